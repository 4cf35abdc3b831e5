// The least that an Electron app can be: a sandboxed window with a page that stands still; another one where one is named.
import path from 'node:path';
import { app, BrowserWindow } from 'electron';

app.setPath('userData', process.env.LECTERN_BENCH_PROFILE);
// As in Lectern: both together would end every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
	const window = new BrowserWindow({ width: 1280, height: 820, webPreferences: { sandbox: true } });
	void window.loadFile(process.env.LECTERN_BENCH_PAGE ?? path.join(import.meta.dirname, 'index.html'));
});
