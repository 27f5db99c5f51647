import { GROUPS, type Catalogue, type FunctionEntry, type Parameter } from './catalogue';
import type { Example } from './example';
import { RECIPES, type Recipe } from './model-recipes';

/** A file to write, with its path in the built folder. */
export interface BuiltFile {
  path: string;
  text: string;
}

/** The static help: a page for each function, and an index. */
export function helpPages(catalogue: Catalogue): BuiltFile[] {
  return [
    { path: 'help/index.html', text: indexPage(catalogue) },
    { path: MODEL_PAGE, text: modelPage() },
    ...catalogue.map((entry) => ({ path: entry.helpPath, text: functionPage(entry, catalogue) })),
  ];
}

function indexPage(catalogue: Catalogue): string {
  const groups = GROUPS.map((group) => ({ group, entries: catalogue.filter((entry) => entry.group === group) }));
  return page(
    'COOP functions',
    `<h1>COOP functions</h1>
<p>Type <code>=COOP.</code> in a cell, or open the pane from the Home tab. Every function answers with the rule in force on its day; choose <b>Explain cell</b> to see the rule, its source and the steps.</p>
${groups
  .filter(({ entries }) => entries.length > 0)
  .map(
    ({ group, entries }) => `<h2>${escaped(group)}</h2>
${functionList(entries)}`,
  )
  .join('\n')}
<p><a href="model.html">Build your own model</a>: formulas to copy, from accruals to a month-end journal.</p>
<h2>What all of them share</h2>
<ul>
<li>An <b>earning half</b> is written <code>FY25 H1</code>, or as any date in it. <code>H1</code> alone is refused: sources attach opposite deadlines to it.</li>
<li>A <b>date</b> is a date cell or text such as <code>2024-08-01</code>.</li>
<li>An <b>amount</b> is a number, or text of digits with a point for cents. Results are rounded to cents at the end, and parts always add up to the whole.</li>
<li>In some languages, Excel separates arguments with a semicolon instead of a comma.</li>
</ul>
${errorsSection()}`,
  );
}

const MODEL_PAGE = 'help/model.html';

function modelPage(): string {
  return page(
    'Build your own model',
    `<nav><a href="index.html">All COOP functions</a></nav>
<h1>Build your own model</h1>
<p class="summary">Formulas to copy. <code>Earnings[#All]</code> is a table named Earnings with its header row; the results are those of the sample report.</p>
<ul>
<li><b>What spills:</b> EARNINGS, LEDGER, CALENDAR, ACTIVITIES, EXPENSES, PROOF, ALLOCATE, and SPLIT without a part. Excel tables can't hold spills: ask for a part, or take a cell with INDEX.</li>
<li><b>What takes a range:</b> every argument takes one value. Over a column, fill the formula down; only reports, costs, caps, and months are ranges.</li>
<li><b>Your own rules:</b> the table CoopRules has a row for each, with Rule, Program, Lever, From, and Value. A blank From means from the first day on. Write 0% for no co-op.</li>
<li><b>Speed:</b> give the narrowest range that holds the columns needed: Partner ID, program, earning type, earning date, amount, earning ID, and calculation date. For many cells, list EARNINGS once and use SUMIFS on it.</li>
</ul>
${RECIPES.map(recipe).join('\n')}`,
  );
}

function recipe({ title, text, cells, formulas }: Recipe): string {
  const held = Object.entries(cells ?? {}).map(
    ([address, value]) => `<code>${address}</code> holds <code>${escaped(String(value))}</code>`,
  );
  return `<h2>${escaped(title)}</h2>
<p>${prose(text)}</p>
${held.length > 0 ? `<p>Here, ${held.join('; ')}.</p>` : ''}
${formulas.map(example).join('\n')}`;
}

function functionPage(entry: FunctionEntry, catalogue: Catalogue): string {
  return page(
    entry.name,
    `<nav><a href="index.html">All COOP functions</a> · ${escaped(entry.group)}</nav>
<h1>${escaped(entry.name)}</h1>
<p class="summary">${prose(entry.summary)}</p>
<pre class="syntax"><code>${escaped(syntaxOf(entry))}</code></pre>
${argumentsSection(entry.parameters)}
${examplesSection(entry.examples)}
${seeAlsoSection(entry, catalogue)}
${errorsSection()}`,
  );
}

/** A function's syntax, such as `=COOP.SPLIT(earning, [part], …)`. */
export function syntaxOf(entry: Pick<FunctionEntry, 'name' | 'parameters'>): string {
  return `=${entry.name}(${entry.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ')})`;
}

function argumentsSection(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return '';
  return `<h2>Arguments</h2>
<dl class="arguments">
${parameters.map(argument).join('\n')}
</dl>`;
}

function argument({ name, optional, description, choices }: Parameter): string {
  return `<dt><code>${escaped(name)}</code>${optional ? ' <span class="optional">optional</span>' : ''}</dt>
<dd>${prose(description)}${choices ? choiceList(choices) : ''}</dd>`;
}

function choiceList(choices: NonNullable<Parameter['choices']>): string {
  return `
<ul class="choices">
${choices.map(({ value, description }) => `<li><code>&quot;${escaped(value)}&quot;</code> ${prose(description)}</li>`).join('\n')}
</ul>`;
}

function examplesSection(examples: readonly Example[]): string {
  if (examples.length === 0) return '';
  return `<h2>Examples</h2>
${examples.some(({ formula }) => formula.includes('Earnings[')) ? '<p><code>Earnings[#All]</code> is a table named Earnings with its header row.</p>' : ''}
${examples.map(example).join('\n')}`;
}

function example({ formula, gives, note }: Example): string {
  // Wide results scroll, so they must be reachable by keyboard.
  const scrolls = gives[0]!.length > 3 ? ` role="region" tabindex="0" aria-label="Result of ${escaped(formula)}"` : '';
  return `<figure>
<figcaption><code>${wholeDays(escaped(formula))}</code></figcaption>
<div class="cells"${scrolls}><table><tbody>
${gives.map((row) => `<tr>${row.map((cell) => `<td${isNumber(cell) ? ' class="number"' : ''}>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody></table></div>
${note ? `<p>${prose(note)}</p>` : ''}
</figure>`;
}

function seeAlsoSection({ seeAlso }: FunctionEntry, catalogue: Catalogue): string {
  const related = catalogue.filter(({ id }) => seeAlso.includes(id));
  if (related.length === 0) return '';
  return `<h2>See also</h2>
${functionList(related)}`;
}

function functionList(entries: readonly FunctionEntry[]): string {
  return `<dl class="functions">
${entries.map((entry) => `<dt><a href="${fileOf(entry)}">${escaped(entry.name)}</a></dt><dd>${prose(entry.summary)}</dd>`).join('\n')}
</dl>`;
}

function errorsSection(): string {
  return `<h2>When a cell shows an error</h2>
<dl class="errors">
<dt><code>#VALUE!</code></dt><dd>An argument can't be read. Point to the cell's warning icon for the reason.</dd>
<dt><code>#N/A</code></dt><dd>No answer is available: the name is unknown, the day is outside the published rules, or the ID isn't in the report.</dd>
<dt><code>#NUM!</code></dt><dd>A number or day is out of range.</dd>
<dt><code>#SPILL!</code></dt><dd>The result needs more empty cells. Clear them, or move the formula.</dd>
<dt><code>#NAME?</code></dt><dd>The add-in isn't running in this workbook. Open it from the Home tab, then choose <b>Recalculate co-op</b>. If the error remains, choose the add-in again under Home &rsaquo; Add-ins.</dd>
<dt><code>#BUSY!</code></dt><dd>Excel is still waiting for the result, which usually arrives within a second.</dd>
</dl>
<p>Evaluate Formula, F9 in a formula, the Insert Function preview, and conditional formats don't call add-ins. There, these functions show an error even though the cell is right.</p>
<p>Select the cell and choose <b>Explain cell</b> on the Home tab for the full reason.</p>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Co-op Planner for Excel</title>
<link rel="icon" href="../assets/icon-32.png">
<link rel="stylesheet" href="help.css">
</head>
<body>
<main>
${body}
</main>
<footer>Co-op Planner for Excel. Dated rules with their sources; not a Microsoft product.</footer>
</body>
</html>
`;
}

const fileOf = (entry: FunctionEntry): string => entry.helpPath.replace(/^help\//, '');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** HTML for text from comments, which has formulas in backticks. */
const prose = (text: string): string => wholeDays(escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>'));

/** Keeps days on one line, since browsers break lines after hyphens. */
const wholeDays = (html: string): string => html.replace(/\d{4}-\d\d-\d\d/g, '<span class="day">$&</span>');

const isNumber = (cell: string): boolean => /^-?\d[\d.,]*%?$/.test(cell);
