import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The development server hands `/api` on to the server of `npm start`, under its own name: writing is for pages of the same host. */
export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    // How long each plug-in took, told on slow machines alone, is no fault that who starts the server could mend.
    rolldownOptions: {
      checks: { pluginTimings: false },
      // Zod has been told not to evaluate text as code before any other chunk makes a schema.
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|no-eval\.ts$/u }] } },
    },
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } },
  },
})
