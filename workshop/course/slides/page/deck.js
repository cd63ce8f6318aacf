// Begins the deck: pictures first, so that Reveal sees how tall a slide is; then the timers.
(async () => {
  'use strict';
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const dark = scheme.matches;
  // Pictures have the colours that they were drawn with. The slide one is at is in the address.
  scheme.addEventListener('change', () => location.reload());

  async function draw(place, number) {
    const { svg } = await mermaid.render(`picture-${number}`, place.textContent);
    place.innerHTML = svg;
    const picture = place.firstElementChild;
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', place.closest('section').querySelector('h2').textContent);
  }

  const pictures = [...document.querySelectorAll('pre.mermaid')];
  if (pictures.length) {
    // Sequence diagrams have letters of their own.
    const sequence = {
      actorFontSize: 22, messageFontSize: 22, noteFontSize: 20,
      height: 44, messageMargin: 22, noteMargin: 6, boxMargin: 6, diagramMarginY: 4, mirrorActors: false
    };
    mermaid.initialize({
      startOnLoad: false,
      theme: dark ? 'dark' : 'neutral',
      themeVariables: { fontSize: '22px' },
      sequence
    });
    for (const [number, place] of pictures.entries()) await draw(place, number);
  }

  // What is left of an exercise's minutes; past them, by how much the room is over.
  function timer(place) {
    const minutes = Number(place.dataset.minutes);
    const shown = document.createElement('span');
    const button = document.createElement('button');
    let ends = null;
    const show = () => {
      const left = ends === null ? minutes * 60 : Math.round((ends - Date.now()) / 1000);
      const [whole, rest] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60];
      shown.textContent = `${left < 0 ? '+' : ''}${whole}:${String(rest).padStart(2, '0')}`;
      place.classList.toggle('over', left < 0);
      button.textContent = ends === null ? 'Start the timer' : 'Reset the timer';
    };
    button.type = 'button';
    button.addEventListener('click', () => {
      ends = ends === null ? Date.now() + minutes * 60000 : null;
      show();
    });
    place.append(shown, button);
    setInterval(show, 500);
    show();
  }
  document.querySelectorAll('p.timer').forEach(timer);

  const deck = document.querySelector('.reveal');
  await Reveal.initialize({
    width: 1280,
    height: 720,
    margin: 0.02,
    center: true,
    hash: true,
    slideNumber: 'c/t',
    transition: 'none',
    totalTime: Number(deck.dataset.minutes) * 60,
    plugins: [RevealNotes]
  });
  deck.dataset.ready = 'true';
})();
