import { parts, type ExerciseSource, type Part } from '../../embed/choices';
import {
	defaults,
	parseParameters,
	printParameters,
	type Parameters,
} from '../../embed/parameters';

/** What an exercise on a page is called, and where it comes from. */
export type Choice = { title: string; source: ExerciseSource };

type Settings = Omit<Parameters, 'source'>;

/** An embed while it is put together. */
export class Builder {
	#choice = $state.raw<Choice | null>(null);
	#settings = $state.raw<Settings>(defaults);

	get choice(): Choice | null {
		return this.#choice;
	}
	get settings(): Settings {
		return this.#settings;
	}

	/** What goes after the `#`; null until an exercise is chosen. */
	get parameters(): string | null {
		return this.#choice && printParameters({ ...this.#settings, source: this.#choice.source });
	}
	/** What the frame would say against it; each a sentence. */
	get problems(): readonly string[] {
		if (this.parameters === null) return [];
		const parsed = parseParameters(`#${this.parameters}`);
		return parsed.ok ? [] : parsed.error.map(({ message }) => message);
	}

	choose(choice: Choice | null): void {
		this.#choice = choice;
	}

	set(changes: Partial<Settings>): void {
		this.#settings = { ...this.#settings, ...changes };
	}

	/** Shows a part, or leaves it out. */
	show(part: Part, shown: boolean): void {
		const wanted = parts.filter((one) =>
			one === part ? shown : this.#settings.shown.includes(one),
		);
		this.set({ shown: wanted });
	}

	/** As at the beginning, the exercise apart. */
	reset(): void {
		this.#settings = defaults;
	}
}
