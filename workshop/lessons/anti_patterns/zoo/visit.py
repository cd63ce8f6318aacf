"""What the workflows of the zoo are started with."""

from dataclasses import dataclass


@dataclass
class Visit:
    """An order that nobody else has, the shop's address, and a file with settings."""

    order_id: str
    shop_url: str
    settings: str
