import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Express } from 'express'
import { entityTag } from './entity-tag.ts'
import { openApi } from './openapi.ts'
import type { Route } from './serve.ts'

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>Jiyao · API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`

// Without the badge of a validator, for which the description would be sent to another host.
const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', validatorUrl: null, deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0 })
`

const FILES = ['swagger-ui.css', 'swagger-ui-bundle.js']

/** The description of the API at `/api/openapi.json`, and a page to read it at `/api/docs`; nothing of it comes from elsewhere. */
export const docsPage = (app: Express, routes: readonly Route[], version: string): void => {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  let description: ReturnType<typeof openApi> | undefined
  app.get('/api/openapi.json', (_request, response) => {
    description ??= openApi(
      routes.map(({ contract }) => contract),
      version,
    )
    response.setHeader('Cache-Control', 'no-cache')
    response.setHeader('ETag', entityTag('openapi', version, JSON.stringify(description)))
    response.json(description)
  })
  app.get('/api/docs', (_request, response) => void response.type('html').send(PAGE))
  app.get('/api/docs/start.js', (_request, response) => void response.type('js').send(START))
  for (const file of FILES)
    app.get(`/api/docs/${file}`, (_request, response) => response.sendFile(join(folder, file), { maxAge: '1d' }))
}
