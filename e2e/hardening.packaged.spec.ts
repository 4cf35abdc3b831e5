import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { writeFile } from './fixtures/artificial-texts.ts';
import { electronEnvironment, rootSwitches } from './fixtures/electron.ts';
import { packagedPath } from './fixtures/packaged.ts';
import { starterRecordCount } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

const { DISABLE: off, ENABLE: on } = FuseState;

test('its fuses are set', async () => {
	expect(await getCurrentFuseWire(packagedPath())).toMatchObject({
		[FuseV1Options.RunAsNode]: off,
		[FuseV1Options.EnableCookieEncryption]: on,
		[FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
		[FuseV1Options.EnableNodeCliInspectArguments]: off,
		[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
		[FuseV1Options.OnlyLoadAppFromAsar]: on,
		[FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
	});
});

test('no variable and no argument makes it run other code, or keeps it from its own', ({ folder }) => {
	const mark = path.join(folder, 'was-here');
	const other = path.join(folder, 'app');
	const script = writeFile(other, 'index.js', `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`);
	writeFile(other, 'package.json', JSON.stringify({ main: 'index.js' }));
	const switches = [...rootSwitches, '--ozone-platform=headless'];
	const list = [...switches, '--cli', 'list', '--json', '--data', path.join(folder, 'data')];

	const attempts: [args: string[], environment?: Record<string, string>][] = [
		[[script, ...list], { ELECTRON_RUN_AS_NODE: '1' }],
		[list, { NODE_OPTIONS: `--require ${script}` }],
		[['-r', script, ...list]],
		[[other, ...list]],
		[['--inspect-brk=0', ...list]],
	];
	for (const [args, environment] of attempts) {
		const { status, stdout, stderr } = spawnSync(packagedPath(), args, {
			env: { ...electronEnvironment(), ...environment },
			encoding: 'utf8',
			// A program that waits for a debugger, or runs the other app, does not end by itself.
			timeout: 30_000,
		});
		const attempt = JSON.stringify({ environment, args });
		expect(status, attempt).toBe(0);
		expect(stdout.trimEnd().split('\n'), attempt).toHaveLength(starterRecordCount);
		expect(stderr, attempt).not.toContain('Debugger listening');
		expect(fs.existsSync(mark), attempt).toBe(false);
	}
});

test('licences and the bill of materials stand beside the program', async ({}) => {
	const beside = (file: string) => path.join(path.dirname(packagedPath()), file);
	const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as {
		packages: Record<string, { version: string; dependencies: Record<string, string> }>;
	};
	const direct = Object.keys(lock.packages['']?.dependencies ?? {});
	const bill = JSON.parse(fs.readFileSync(beside('lectern.cdx.json'), 'utf8')) as {
		bomFormat: string;
		components: { name: string }[];
	};
	expect(bill.bomFormat).toBe('CycloneDX');
	expect(bill.components.map(({ name }) => name)).toEqual(expect.arrayContaining(['electron', ...direct]));
	const licences = fs.readFileSync(beside('THIRD-PARTY.txt'), 'utf8');
	for (const name of direct)
		expect(licences).toContain(`  ${name} ${lock.packages[`node_modules/${name}`]?.version}: `);
	expect(fs.statSync(beside('LICENSES.chromium.html')).size).toBeGreaterThan(1_000_000);
});
