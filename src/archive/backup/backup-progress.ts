import type { JobRun } from '#archive/jobs/job-run.ts';

const whole = 100;

/** How far a backup is, in hundredths: its stages count things of different kinds. */
export class BackupProgress {
	readonly #run: JobRun;
	readonly #stages: number;
	#stage = -1;
	#percent = 0;

	constructor(run: JobRun, stages: number) {
		this.#run = run;
		this.#stages = stages;
		run.setTotal(whole);
	}

	/** Begins the next stage; gives what is told how much of it is done. */
	begin(current: string): (done: number, total: number) => void {
		this.#stage += 1;
		this.#run.setCurrent(current);
		return (done, total) => {
			const part = total > 0 ? Math.min(1, done / total) : 1;
			const percent = Math.floor((whole * (this.#stage + part)) / this.#stages);
			if (percent > this.#percent) this.#run.advance(percent - this.#percent);
			this.#percent = Math.max(this.#percent, percent);
		};
	}
}
