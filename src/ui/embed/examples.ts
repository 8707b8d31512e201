/** A piece of a page to copy; it is what runs when it is tried here, and what the tests run. */
export type Example = { id: string; title: string; text: string; html(site: string): string };

const closing = '</' + 'script>';

export const examples: readonly Example[] = [
	{
		id: 'frame',
		title: 'One line of HTML',
		text: 'Works wherever an iframe may be put: Moodle, Canvas, Notion, MkDocs, a blog. Nothing heavy is loaded before somebody presses Start.',
		html: (site) =>
			`<iframe src="${site}embed/#v=1&ex=lru-cache" title="Python exercise"\n  loading="lazy" style="width: 100%; height: 720px; border: 0"></iframe>\n`,
	},
	{
		id: 'element',
		title: 'An element that grows with its content',
		text: 'The script defines <dry-run>. Its attributes are the options below; news arrive as events.',
		html: (site) =>
			`<script type="module" src="${site}embed.js">${closing}\n<dry-run exercise="sliding-window" theme="light" mode="quiz"></dry-run>\n`,
	},
	{
		id: 'results',
		title: 'Results, without a server',
		text: 'The page around the frame is told each verdict. It was reached on the learner’s own device: good for feedback and progress, not for marks that nobody looks at.',
		html: (site) => `<div id="task"></div>
<p id="said">No result yet.</p>
<script type="module">
  import { mount, toStatement } from '${site}embed.js';

  const task = document.querySelector('#task');
  const said = document.querySelector('#said');
  const embed = mount(task, { exercise: 'lru-cache', hide: ['prompt'] });
  embed.on('result', (result) => {
    said.textContent = \`\${result.passed} of \${result.total} tests hold\`;
    const ana = { mbox: 'mailto:ana@school.example' };
    console.info(toStatement(result, ana)); // for a record store, as xAPI
  });
${closing}
`,
	},
	{
		id: 'state',
		title: 'Work that your page keeps',
		text: 'In a frame of another site, browsers keep storage for each page apart. With state “parent” the frame keeps nothing; your page gets the work after each change, and hands it back.',
		html: (site) => `<div id="task"></div>
<script type="module">
  import { mount } from '${site}embed.js';

  const options = { exercise: 'prefix-tree', state: 'parent', load: 'eager' };
  const embed = mount(document.querySelector('#task'), options);
  await embed.ready;
  const kept = localStorage.getItem('prefix-tree');
  if (kept) await embed.setState(JSON.parse(kept));
  embed.on('state', ({ state }) => {
    localStorage.setItem('prefix-tree', JSON.stringify(state));
  });
${closing}
`,
	},
];
