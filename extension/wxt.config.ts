import { defineConfig } from 'wxt';
import { leaveOut } from './build/leaveOut.ts';
import { program } from './src/words/index.ts';

/** Pages run what is in the package and nothing else. Where the trader's server is, only the trader knows. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  'connect-src http: https:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  srcDir: 'src',
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [leaveOut()],
    build: {
      target: 'es2024',
      cssTarget: ['chrome123', 'firefox140'],
      // The content policy knows no `data:` for scripts and styles, and the browsers preload modules by themselves.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  }),
  zip: {
    name: 'taffrail',
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    zipSources: false,
  },
  manifest: ({ browser }) => ({
    name: program.name,
    description: program.description,
    permissions: ['storage', 'alarms', 'scripting', 'activeTab'],
    // Asked for one by one, when the trader says so: the page of a broker, and the server.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: program.name },
    commands: {
      'open-panel': { suggested_key: { default: 'Alt+Shift+T' }, description: program.commands.openPanel },
      'arm-plan': { suggested_key: { default: 'Alt+Shift+A' }, description: program.commands.armPlan },
    },
    content_security_policy: { extension_pages: CONTENT_POLICY },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'panel@taffrail.app',
              strict_min_version: '142.0',
              // What is written goes to a server of the trader's own, and only once they have named one.
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '144' }),
  }),
});
