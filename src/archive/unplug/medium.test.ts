import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { findMedium } from './medium.ts';

const newFolder = temporaryFolders();

interface Device {
	/** In sysfs, below `devices`. */
	at: string;
	number: string;
	files?: Record<string, string>;
	slaves?: string[];
}

/** What Linux says of devices and mounts, as files; gives the root of it and a file on the mount. */
function linuxWith(devices: Device[], mounts: (file: string) => string[]): { system: string; file: string } {
	const system = realpathSync(newFolder());
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(system, path)), { recursive: true });
		writeFileSync(join(system, path), text);
	};
	mkdirSync(join(system, 'sys/dev/block'), { recursive: true });
	for (const { at, number, files = {}, slaves = [] } of devices) {
		const folder = join(system, 'sys/devices', at);
		mkdirSync(join(folder, 'slaves'), { recursive: true });
		for (const [name, text] of Object.entries(files)) write(join('sys/devices', at, name), `${text}\n`);
		for (const slave of slaves)
			symlinkSync(join(system, 'sys/devices', slave), join(folder, 'slaves', slave.replaceAll('/', '!')));
		symlinkSync(folder, join(system, 'sys/dev/block', number));
	}
	const file = join(system, 'my stick/sample.lectern');
	write('my stick/sample.lectern', 'sample');
	write('proc/self/mountinfo', `${mounts(dirname(file).replaceAll(' ', '\\040')).join('\n')}\n`);
	return { system, file };
}

const root = '20 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw';
const fixedDisk: Device[] = [
	{ at: 'pci0/ata1/block/sda', number: '8:0', files: { removable: '0' } },
	{ at: 'pci0/ata1/block/sda/sda2', number: '8:2', files: { partition: '2' } },
];
const stick: Device[] = [
	{ at: 'pci0/usb2/2-1/block/sdb', number: '8:16', files: { removable: '1' } },
	{ at: 'pci0/usb2/2-1/block/sdb/sdb1', number: '8:17', files: { partition: '1' } },
];

test('a stick is told from the disk of the machine', () => {
	const mounts = (at: string) => [root, `21 20 8:17 / ${at} rw - vfat /dev/sdb1 rw`];
	const { system, file } = linuxWith([...fixedDisk, ...stick], mounts);
	expect(findMedium(file, system)).toBe('removable');
	expect(findMedium('/', system)).toBe('fixed');
});

test('a disk in a USB case and a card are removable, though they say that they are not', () => {
	const caseDisk = [
		{ at: 'pci0/usb1/1-2/block/sdc', number: '8:32', files: { removable: '0' } },
		{ at: 'pci0/usb1/1-2/block/sdc/sdc1', number: '8:33', files: { partition: '1' } },
	];
	const inCase = linuxWith([...fixedDisk, ...caseDisk], (at) => [root, `21 20 8:33 / ${at} rw - exfat /dev/sdc1 rw`]);
	expect(findMedium(inCase.file, inCase.system)).toBe('removable');
	const card = [{ at: 'pci0/mmc_host/block/mmcblk0', number: '179:0', files: { removable: '0', 'device/type': 'SD' } }];
	const reader = linuxWith([...fixedDisk, ...card], (at) => [root, `21 20 179:0 / ${at} rw - exfat /dev/mmcblk0 rw`]);
	expect(findMedium(reader.file, reader.system)).toBe('removable');
});

test('a stick that the system encrypts needs no warning; an encrypted disk is no stick', () => {
	const opened = (slave: string, uuid: string): Device => ({
		at: 'virtual/block/dm-0',
		number: '253:0',
		files: { 'dm/uuid': uuid },
		slaves: [slave],
	});
	const mounts = (at: string) => [root, `21 20 253:0 / ${at} rw - ext4 /dev/mapper/sample rw`];
	const inSystem = (device: Device) => {
		const { system, file } = linuxWith([...fixedDisk, ...stick, device], mounts);
		return findMedium(file, system);
	};
	expect(inSystem(opened('pci0/usb2/2-1/block/sdb/sdb1', 'CRYPT-LUKS2-sample'))).toBe('encrypted');
	expect(inSystem(opened('pci0/usb2/2-1/block/sdb/sdb1', 'LVM-sample'))).toBe('removable');
	expect(inSystem(opened('pci0/ata1/block/sda/sda2', 'CRYPT-LUKS2-sample'))).toBe('fixed');
});

test('of what the system does not tell nothing is claimed', () => {
	const network = linuxWith(fixedDisk, (at) => [root, `21 20 0:50 / ${at} rw - nfs host:/share rw`]);
	expect(findMedium(network.file, network.system)).toBe('unknown');
	expect(findMedium(network.file, join(network.system, 'nowhere'))).toBe('unknown');
	expect(findMedium(join(network.system, 'gone.lectern'), network.system)).toBe('unknown');
});
