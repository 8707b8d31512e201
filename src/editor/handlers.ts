/** What the page gets told: every change of text, and the two shortcuts. */
export type Handlers = { change(code: string): void; run(): void; check(): void };
