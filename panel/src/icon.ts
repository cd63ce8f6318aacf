// The sidebar's icon: a path with three stops.

import { LabIcon } from '@jupyterlab/ui-components';

export const courseIcon = new LabIcon({
  name: 'temporal-workshop:course',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <g class="jp-icon3" fill="#616161">
    <circle cx="6" cy="5" r="3"/><circle cx="18" cy="12" r="3"/><circle cx="6" cy="19" r="3"/>
    <path d="M8.5 6.2 15.6 10.3l-.9 1.5-7.1-4.1zM14.7 12.2l.9 1.5-7.1 4.1-.9-1.5z"/>
  </g></svg>`
});
