// The configuration beside this file, made from the schemas, starts the editor.
window.CMS_MANUAL_INIT = true;
const here = new URL("./", import.meta.url);
const config = await (await fetch(new URL("config.json", here))).json();
const { init } = await import("./sveltia/npm/index.js");
await init({ config });
