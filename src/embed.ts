import { version } from '../package.json';
import './app.css';
import './ui/controls.css';
import './ui/prose.css';
import './ui/embed/frame.css';
import { Bridge } from './embed/bridge';
import { parseParameters, type Parameters } from './embed/parameters';
import { dress } from './state/embed/dress';
import { Frame, reasonOf, refusal } from './state/embed/frame';
import { Line } from './state/embed/line';
import { loadExercise } from './state/embed/source';
import { lookAround } from './state/embed/surroundings';
import { coldView, refusedView } from './ui/embed/cold';
import { make } from './ui/embed/dom';
import { footer } from './ui/embed/footer';

/** How soon a page that sets the frame's height does so. Milliseconds. */
const FOLLOWS_WITHIN = 1000;

const app = document.querySelector<HTMLElement>('#app')!;

/** Where the app is; the frame's own page lies beside it or one folder below. */
const site = new URL(
	/\/embed\/(index\.html)?$/.test(location.pathname) ? '../' : './',
	location.href,
);
site.hash = site.search = '';

const parsed = parseParameters(location.hash, location.search);
dress(parsed.ok ? parsed.value : parsed.dress);
if (parsed.ok) void open(parsed.value);
else {
	const home = make('a', { href: site.href, target: '_blank', rel: 'noopener' }, 'Dry Run');
	const refused = refusal(parsed.error);
	app.replaceChildren(
		make('main', {}, refusedView(refused), make('p', { class: 'frame-said' }, home)),
	);
	const reason = { refused: 'bad-parameter', message: reasonOf(refused) } as const;
	const bridge = Bridge.refusing(reason, window.parent);
	if (window.parent !== window) addEventListener('message', (event) => bridge.receive(event));
}

// Another address in the same frame is another exercise.
addEventListener('hashchange', () => location.reload());

async function open(parameters: Parameters): Promise<void> {
	let seen = false;
	let see: (seen: boolean) => void = () => {};
	let show: () => void = () => {};
	const main = make('main', { tabindex: '-1' });
	const frame: Frame = new Frame({
		parameters,
		surroundings: lookAround(parameters.origin),
		version,
		load: () => loadExercise(parameters.source),
		async open(loaded, watcher) {
			const [{ openWork }, { default: Embed, mount }] = await Promise.all([
				import('./state/embed/opening'),
				import('./Embed.svelte'),
			]);
			const work = await openWork(parameters, loaded, version, watcher);
			see = work.see;
			see(seen);
			const onfocusable = (focus: () => void) => line.onFocus(focus);
			show = () => void mount(Embed, { target: main, props: { frame, ...work, onfocusable } });
			return work.bench;
		},
		watcher: () => line,
	});
	const line = new Line(frame, parameters);
	const foot = frame.shows('footer') ? footer(frame, site.href) : null;
	let mounted = false;
	const draw = () => {
		const { phase, challenge } = frame;
		document.title = `${challenge?.title ?? 'Exercise'} · Dry Run`;
		if (phase.kind === 'live' && !mounted) {
			mounted = true;
			delete document.documentElement.dataset.cold;
			const focused = main.contains(document.activeElement);
			main.replaceChildren();
			main.className = 'live';
			show();
			// The button that was pressed is gone.
			if (focused) main.focus({ preventScroll: true });
		} else if (!mounted) main.replaceChildren(...coldView(frame));
		foot?.update();
	};
	frame.subscribe(draw);
	draw();
	app.replaceChildren(main, ...(foot ? [foot.element] : []));
	app.addEventListener('click', follow);
	line.open();
	measure(parameters, line);

	/** Starts by itself where the address asks for it. */
	const start = () => {
		const { load } = parameters;
		if (frame.phase.kind !== 'cold') return;
		if (load === 'eager' || (load === 'lazy' && seen)) void frame.start();
	};
	new IntersectionObserver((entries) => {
		seen = entries.at(-1)!.isIntersecting;
		see(seen);
		if (seen) start();
	}).observe(app);
	await frame.load();
	line.announce();
	start();
}

/** Tells the page around the frame how high it wants to be. */
function measure({ height }: Parameters, line: Line): void {
	if (height !== 'auto') {
		app.classList.add('fixed');
		line.measure(height);
		return;
	}
	const { style } = document.documentElement;
	let clipped: ReturnType<typeof setTimeout> | undefined;
	const look = () => {
		// Out of a closed tab or accordion nothing can be measured.
		if (innerWidth < 50) return;
		const wanted = app.getBoundingClientRect().height;
		// A scroll bar takes some width, so that another height is wanted, and so on: it is there only
		// where the page around does not follow.
		if (innerHeight >= Math.floor(wanted)) {
			clearTimeout(clipped);
			clipped = undefined;
			style.overflowY = 'hidden';
		} else clipped ??= setTimeout(() => (style.overflowY = ''), FOLLOWS_WITHIN);
		line.measure(wanted);
	};
	style.overflowY = 'hidden';
	new ResizeObserver(look).observe(app);
	addEventListener('resize', look);
}

/** A link to a page of the app must not take the frame's own address away. */
function follow(event: MouseEvent): void {
	const link = (event.target as Element).closest('a');
	const path = link?.getAttribute('href') ?? '';
	if (!path.startsWith('#')) return;
	event.preventDefault();
	window.open(site.href + path, '_blank', 'noopener');
}
