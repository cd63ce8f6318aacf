"""What the shop sells: the one place that knows skus, prices and how much there is at the start."""

from dataclasses import dataclass

_PLENTY = 1_000_000_000


@dataclass(frozen=True)
class Article:
    """One thing on the shelf: its price in cents, and how many there are at the start."""

    unit_price: int
    stock: int = _PLENTY


CATALOGUE: dict[str, Article] = {
    "teapot": Article(unit_price=21_00),
    "cup": Article(unit_price=6_50),
    "tea": Article(unit_price=4_80),
    "honey": Article(unit_price=7_25),
    "golden_teapot": Article(unit_price=990_00, stock=0),
}
