// `npm start`: installs what is missing, builds the site and serves it on loopback.
import { ensurePackages } from './tool.js';
import { build, serve } from './site.js';

const FIRST_PORT = Number(process.env.PORT ?? 4173);

await ensurePackages();
console.log('Building …');
await build();
let site = null;
for (let port = FIRST_PORT; !site; port++) {
	site = await serve({ port }).catch((error) => {
		if (error.code !== 'EADDRINUSE' || process.env.PORT) throw error;
		return null;
	});
}
console.log(`Dry Run is at ${site.address} (Ctrl+C stops it)`);
