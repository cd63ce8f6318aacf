"use strict";(self.rspackChunk_temporal_workshop_panel=self.rspackChunk_temporal_workshop_panel||[]).push([["style_index_js"],{"./node_modules/css-loader/dist/cjs.js!./style/index.css"(o,e,r){var t=r("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),n=r.n(t),s=r("./node_modules/css-loader/dist/runtime/api.js"),a=(r.n(s))()(n());a.push([o.id,`/* The course panel. Colours are JupyterLab's, so light and dark come by themselves. */

.workshop-course {
  overflow-y: auto;
  padding: 12px;
  color: var(--jp-ui-font-color1);
  background: var(--jp-layout-color1);
  font-size: var(--jp-ui-font-size1);
}
.workshop-course ol,
.workshop-course ul { list-style: none; margin: 0; padding: 0; }
.workshop-top { display: grid; gap: 8px; margin-bottom: 12px; }
.workshop-top progress { width: 6em; vertical-align: middle; }
.workshop-dim { color: var(--jp-ui-font-color1); opacity: 0.8; white-space: nowrap; }
.workshop-top .workshop-dim { white-space: normal; }

.workshop-button {
  font: inherit;
  font-size: var(--jp-ui-font-size1);
  color: var(--jp-ui-font-color1);
  background: var(--jp-layout-color2);
  border: 1px solid var(--jp-border-color1);
  border-radius: 3px;
  padding: 3px 10px;
  cursor: pointer;
}
.workshop-button:hover:enabled { background: var(--jp-layout-color3); }
.workshop-button:focus-visible,
.workshop-link:focus-visible { outline: 2px solid var(--jp-brand-color1); outline-offset: 1px; }
.workshop-button[aria-busy='true'] { opacity: 0.6; cursor: progress; }
.workshop-continue,
.workshop-check { font-weight: 600; }
.workshop-continue { padding: 6px 10px; text-align: left; }

.workshop-link {
  display: flex;
  gap: 6px;
  width: 100%;
  font: inherit;
  text-align: left;
  color: inherit;
  background: none;
  border: 0;
  border-radius: 3px;
  padding: 3px 4px;
  cursor: pointer;
}
.workshop-link:hover { background: var(--jp-layout-color2); }
.workshop-row { display: flex; align-items: baseline; }
.workshop-toggle { width: 1.6em; flex: none; }
.workshop-lesson { justify-content: space-between; font-weight: 600; }
.workshop-lesson .workshop-dim { font-weight: 400; }
.workshop-lessons > li { margin-bottom: 6px; border-left: 3px solid transparent; padding-left: 4px; }
.workshop-lessons > li.workshop-here { border-left-color: var(--jp-brand-color1); }
.workshop-exercise[aria-current] { background: var(--jp-layout-color2); }
.workshop-lessons ul { margin-left: 1.6em; }
.workshop-room {
  display: grid;
  gap: 6px;
  justify-items: start;
  margin-bottom: 12px;
  padding: 8px;
  border: 1px solid var(--jp-border-color2);
  border-radius: 3px;
}
.workshop-room p { margin: 0; }
.workshop-room .workshop-dim { white-space: normal; }
.workshop-button[aria-pressed='true'] { border-color: var(--jp-brand-color1); font-weight: 600; }
.workshop-question { display: flex; flex-wrap: wrap; gap: 4px; margin: 0; padding: 0; border: 0; }
.workshop-question legend { padding: 0; margin-bottom: 4px; font-weight: 600; }
.workshop-question .workshop-button { text-align: left; white-space: normal; }
.workshop-inline { display: inline; width: auto; text-decoration: underline; }
.workshop-links { border-top: 1px solid var(--jp-border-color2); margin-top: 12px; padding-top: 8px; }

.workshop-bar-mark { display: inline-block; width: 1.2em; text-align: center; font-weight: bold; }
.workshop-bar-mark[data-outcome='done'] { color: color-mix(in srgb, var(--jp-success-color1) 65%, var(--jp-ui-font-color1)); }
.workshop-bar-mark[data-outcome='not_yet'] { color: color-mix(in srgb, var(--jp-error-color1) 65%, var(--jp-ui-font-color1)); }

.workshop-bar {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 6px;
  padding: 4px 0 4px calc(var(--jp-cell-prompt-width) + var(--jp-cell-collapser-width) + 6px);
}
.workshop-bar.lm-mod-hidden { display: none; }

.workshop-compare {
  overflow: auto;
  padding: 12px;
  color: var(--jp-content-font-color1);
  background: var(--jp-layout-color0);
  font-size: var(--jp-content-font-size1);
}
.workshop-difference { white-space: pre; font-family: var(--jp-code-font-family); margin-bottom: 12px; }
.workshop-difference code {
  font-size: var(--jp-code-font-size);
  font-family: inherit;
  color: var(--jp-content-font-color1);
  background: none;
}
.workshop-line-mine { background: color-mix(in srgb, var(--jp-error-color1) 18%, transparent); }
.workshop-line-ours { background: color-mix(in srgb, var(--jp-success-color1) 18%, transparent); }
.workshop-spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

/* In the course's notebooks what is written to standard error are the lab's notices, and what learners
   log: news, not failures. Those are outputs of another kind. */
.workshop-notebook .jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr'] {
  background: var(--jp-layout-color1);
  border-left: 3px solid var(--jp-brand-color1);
}
.workshop-notebook .jp-OutputArea-output pre {
  word-break: normal;
  overflow-wrap: anywhere;
}

/* Many a cell of the course is meant to raise. The table of contents would sound the alarm for each;
   it cannot tell them from others (its list of cells that failed is JupyterLab's own). */
.workshop-in-course .jp-tocItem[data-running='-0.5']::after { content: none; }

.jp-RenderedHTMLCommon .workshop-prediction { list-style: none; padding-left: 0; }
.workshop-prediction label { display: block; padding: 4px 8px; border-radius: 3px; cursor: pointer; }
.workshop-prediction label:hover { background: var(--jp-layout-color2); }
/* Drawn here: a browser fills its own disabled radio in the dark, as if it had been chosen. */
.workshop-prediction input[type='radio'] {
  appearance: none;
  width: 13px;
  height: 13px;
  margin: 0 8px 0 0;
  border: 1px solid var(--jp-ui-font-color2);
  border-radius: 50%;
  vertical-align: -1px;
}
.workshop-prediction input[type='radio']:checked {
  border-color: var(--jp-brand-color1);
  background: radial-gradient(circle, var(--jp-brand-color1) 50%, transparent 58%);
}
@media (forced-colors: active) {
  .workshop-prediction input[type='radio'] { appearance: auto; }
}
.workshop-prediction input[type='text'] {
  width: min(100%, 40em);
  box-sizing: border-box;
  font: inherit;
  color: var(--jp-content-font-color1);
  background: var(--jp-input-background);
  border: 1px solid var(--jp-border-color1);
  border-radius: 3px;
  padding: 4px 8px;
}
.workshop-prediction input:focus-visible { outline: 2px solid var(--jp-brand-color1); outline-offset: 1px; }
.workshop-mine { font-style: italic; opacity: 0.85; }
.workshop-came-true { color: color-mix(in srgb, var(--jp-success-color1) 65%, var(--jp-ui-font-color1)); font-weight: 600; }
.workshop-notebook .jp-RenderedMarkdown details > summary { cursor: pointer; font-weight: 600; }
`,""]),r.d(e,{},{A:a})},"./node_modules/css-loader/dist/runtime/api.js"(o){o.exports=function(o){var e=[];return e.toString=function(){return this.map(function(e){var r="",t=void 0!==e[5];return e[4]&&(r+="@supports (".concat(e[4],") {")),e[2]&&(r+="@media ".concat(e[2]," {")),t&&(r+="@layer".concat(e[5].length>0?" ".concat(e[5]):""," {")),r+=o(e),t&&(r+="}"),e[2]&&(r+="}"),e[4]&&(r+="}"),r}).join("")},e.i=function(o,r,t,n,s){"string"==typeof o&&(o=[[null,o,void 0]]);var a={};if(t)for(var i=0;i<this.length;i++){var p=this[i][0];null!=p&&(a[p]=!0)}for(var l=0;l<o.length;l++){var d=[].concat(o[l]);t&&a[d[0]]||(void 0!==s&&(void 0===d[5]||(d[1]="@layer".concat(d[5].length>0?" ".concat(d[5]):""," {").concat(d[1],"}")),d[5]=s),r&&(d[2]&&(d[1]="@media ".concat(d[2]," {").concat(d[1],"}")),d[2]=r),n&&(d[4]?(d[1]="@supports (".concat(d[4],") {").concat(d[1],"}"),d[4]=n):d[4]="".concat(n)),e.push(d))}},e}},"./node_modules/css-loader/dist/runtime/noSourceMaps.js"(o){o.exports=function(o){return o[1]}},"./node_modules/style-loader/dist/runtime/injectStylesIntoStyleTag.js"(o){var e=[];function r(o){for(var r=-1,t=0;t<e.length;t++)if(e[t].identifier===o){r=t;break}return r}function t(o,t){for(var n={},s=[],a=0;a<o.length;a++){var i=o[a],p=t.base?i[0]+t.base:i[0],l=n[p]||0,d="".concat(p," ").concat(l);n[p]=l+1;var c=r(d),u={css:i[1],media:i[2],sourceMap:i[3],supports:i[4],layer:i[5]};if(-1!==c)e[c].references++,e[c].updater(u);else{var h=function(o,e){var r=e.domAPI(e);return r.update(o),function(e){e?(e.css!==o.css||e.media!==o.media||e.sourceMap!==o.sourceMap||e.supports!==o.supports||e.layer!==o.layer)&&r.update(o=e):r.remove()}}(u,t);t.byIndex=a,e.splice(a,0,{identifier:d,updater:h,references:1})}s.push(d)}return s}o.exports=function(o,n){var s=t(o=o||[],n=n||{});return function(o){o=o||[];for(var a=0;a<s.length;a++){var i=r(s[a]);e[i].references--}for(var p=t(o,n),l=0;l<s.length;l++){var d=r(s[l]);0===e[d].references&&(e[d].updater(),e.splice(d,1))}s=p}}},"./node_modules/style-loader/dist/runtime/insertBySelector.js"(o){var e={};o.exports=function(o,r){var t=function(o){if(void 0===e[o]){var r=document.querySelector(o);if(window.HTMLIFrameElement&&r instanceof window.HTMLIFrameElement)try{r=r.contentDocument.head}catch(o){r=null}e[o]=r}return e[o]}(o);if(!t)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");t.appendChild(r)}},"./node_modules/style-loader/dist/runtime/insertStyleElement.js"(o){o.exports=function(o){var e=document.createElement("style");return o.setAttributes(e,o.attributes),o.insert(e,o.options),e}},"./node_modules/style-loader/dist/runtime/setAttributesWithoutAttributes.js"(o,e,r){o.exports=function(o){var e=r.nc;e&&o.setAttribute("nonce",e)}},"./node_modules/style-loader/dist/runtime/styleDomAPI.js"(o){o.exports=function(o){if("u"<typeof document)return{update:function(){},remove:function(){}};var e=o.insertStyleElement(o);return{update:function(r){var t,n,s;t="",r.supports&&(t+="@supports (".concat(r.supports,") {")),r.media&&(t+="@media ".concat(r.media," {")),(n=void 0!==r.layer)&&(t+="@layer".concat(r.layer.length>0?" ".concat(r.layer):""," {")),t+=r.css,n&&(t+="}"),r.media&&(t+="}"),r.supports&&(t+="}"),(s=r.sourceMap)&&"u">typeof btoa&&(t+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(s))))," */")),o.styleTagTransform(t,e,o.options)},remove:function(){var o;null===(o=e).parentNode||o.parentNode.removeChild(o)}}}},"./node_modules/style-loader/dist/runtime/styleTagTransform.js"(o){o.exports=function(o,e){if(e.styleSheet)e.styleSheet.cssText=o;else{for(;e.firstChild;)e.removeChild(e.firstChild);e.appendChild(document.createTextNode(o))}}},"./style/index.js"(o,e,r){var t=r("./node_modules/style-loader/dist/runtime/injectStylesIntoStyleTag.js"),n=r.n(t),s=r("./node_modules/style-loader/dist/runtime/styleDomAPI.js"),a=r.n(s),i=r("./node_modules/style-loader/dist/runtime/insertBySelector.js"),p=r.n(i),l=r("./node_modules/style-loader/dist/runtime/setAttributesWithoutAttributes.js"),d=r.n(l),c=r("./node_modules/style-loader/dist/runtime/insertStyleElement.js"),u=r.n(c),h=r("./node_modules/style-loader/dist/runtime/styleTagTransform.js"),m=r.n(h),f=r("./node_modules/css-loader/dist/cjs.js!./style/index.css"),w={};w.styleTagTransform=m(),w.setAttributes=d(),w.insert=p().bind(null,"head"),w.domAPI=a(),w.insertStyleElement=u(),n()(f.A,w),f.A&&f.A.locals&&f.A.locals}}]);