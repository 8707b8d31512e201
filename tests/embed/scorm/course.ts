/** A course system as strict as the text of its standard: what it does not know it refuses. */
export class Course {
	readonly values: Record<string, string>;
	readonly calls: string[] = [];
	open = false;
	refuses = false;

	constructor(values: Record<string, string> = {}) {
		this.values = values;
	}

	get api12(): object {
		return {
			LMSInitialize: () => this.#begin('Initialize'),
			LMSGetValue: (name: string) => this.values[name] ?? '',
			LMSSetValue: (name: string, value: string) => this.#set(name, value),
			LMSCommit: () => this.#say('Commit'),
			LMSFinish: () => this.#end('Finish'),
		};
	}

	get api2004(): object {
		return {
			Initialize: () => this.#begin('Initialize'),
			GetValue: (name: string) => this.values[name] ?? '',
			SetValue: (name: string, value: string) => this.#set(name, value),
			Commit: () => this.#say('Commit'),
			Terminate: () => this.#end('Terminate'),
		};
	}

	#say(call: string): string {
		this.calls.push(call);
		return String(this.open && !this.refuses);
	}

	#begin(call: string): string {
		this.calls.push(call);
		if (this.refuses) return 'false';
		this.open = true;
		return 'true';
	}

	#end(call: string): string {
		const said = this.#say(call);
		this.open = false;
		return said;
	}

	#set(name: string, value: string): string {
		if (!this.open || this.refuses) return 'false';
		if (name === 'cmi.suspend_data' && value.length > 4096) return 'false';
		this.values[name] = value;
		return 'true';
	}
}
