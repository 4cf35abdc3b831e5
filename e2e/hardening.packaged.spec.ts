import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { electronEnvironment } from './fixtures/desktop.ts';
import { packagedPath, rootSwitches } from './fixtures/packaged.ts';
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

test('no variable and no argument makes it run other code', ({ folder }) => {
	const mark = path.join(folder, 'was-here');
	fs.mkdirSync(path.join(folder, 'app'));
	const script = path.join(folder, 'app/index.js');
	fs.writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`);
	fs.writeFileSync(path.join(folder, 'app/package.json'), JSON.stringify({ main: 'index.js' }));
	const list = ['--ozone-platform=headless', '--cli', 'list', '--data', path.join(folder, 'data')];
	const run = (args: readonly string[], environment: Record<string, string> = {}) =>
		spawnSync(packagedPath(), [...rootSwitches, ...args], {
			env: { ...electronEnvironment(), ...environment },
			encoding: 'utf8',
		});

	run(['-e', `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`, ...list], { ELECTRON_RUN_AS_NODE: '1' });
	run(list, { NODE_OPTIONS: `--require ${script}` });
	run(['-r', script, ...list]);
	run([path.join(folder, 'app'), ...list]);
	const inspected = run(['--inspect-brk=0', ...list]);
	expect(inspected.status).toBe(0);
	expect(inspected.stderr).not.toContain('Debugger listening');
	expect(fs.existsSync(mark)).toBe(false);
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
