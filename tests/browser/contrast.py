"""How well words stand out from what is behind them, as a browser has painted them."""

from __future__ import annotations

from playwright.async_api import Locator

#: What WCAG 2 asks of body text (level AA): the ratio of luminances, 1 to 21.
READABLE = 4.5

#: Returns the ratio for each element below the roots that has words of its own.
_MEASURE = """roots => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = color => {  // any CSS colour, as the browser reads it
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = color => color.slice(0, 3)
    .map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const behind = element => {
    const bar = element.matches('.wtl-on-bar') && element.parentElement.querySelector('rect');
    if (bar) return rgba(getComputedStyle(bar).fill);
    for (let at = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] > 0) return color;
    }
    return [255, 255, 255, 255];
  };
  const hasWords = element => [...element.childNodes]
    .some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return roots
    .flatMap(root => [root, ...root.querySelectorAll('*')])
    .filter(element => hasWords(element) && !element.matches('style, title'))
    .map(element => {
      const style = getComputedStyle(element);
      const ink = rgba(element.closest('svg') ? style.fill : style.color);
      const [light, dark] = [luminance(ink), luminance(behind(element))].sort((a, b) => b - a);
      return [element.textContent.trim(), (light + 0.05) / (dark + 0.05)];
    });
}"""


async def faint_words(roots: Locator) -> dict[str, float]:
    """Return the words in ``roots`` that are hard to make out, with their contrast.

    Raises:
        AssertionError: there are no words at all.
    """
    measured: list[tuple[str, float]] = await roots.evaluate_all(_MEASURE)
    assert measured, f"no words in {roots}"
    return {words: round(ratio, 2) for words, ratio in measured if ratio < READABLE}
