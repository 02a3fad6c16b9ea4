import { z } from 'zod'
import { createDocument, type oas31, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi'
import { type Endpoint, type ErrorCode, FailedLine, Problem } from '../model/api/endpoint.ts'
import { Citation } from '../model/api/exports.ts'
import { Hit, Quotation } from '../model/api/graph.ts'
import { JurisdictionReply, Slot } from '../model/api/jurisdictions.ts'
import { GraphSlice } from '../model/api/meetings.ts'
import {
  DataVersion,
  DecisionNode,
  DepartmentNode,
  DistrictNode,
  Evidence,
  GraphEdge,
  GraphNode,
  ItemNode,
  MeetingNode,
  PersonNode,
  PolicyNode,
} from '../model/graph.ts'
import { Block, Span, Warning } from '../model/record.ts'
import { STATUS, TITLE } from './errors.ts'
import { hasBody, mediaTypesOf } from './mount.ts'

/** What stands under a name of its own; all else is written out where it is used. */
const SCHEMAS = {
  Block,
  Citation,
  DataVersion,
  DecisionNode,
  DepartmentNode,
  DistrictNode,
  Evidence,
  GraphEdge,
  GraphNode,
  GraphSlice,
  Hit,
  ItemNode,
  Jurisdiction: JurisdictionReply,
  MeetingNode,
  PersonNode,
  PolicyNode,
  Problem,
  Quotation,
  Slot,
  Span,
  Warning,
}

const isOfJurisdiction = ({ method, params, query }: Endpoint): boolean =>
  method === 'get' && ('id' in params.shape || 'jurisdiction' in query.shape)

const problemCodes = (contract: Endpoint): ErrorCode[] => {
  const codes: ErrorCode[] = ['bad-input', 'forbidden', 'not-acceptable', 'too-many', 'internal', 'store-down']
  if (Object.keys({ ...contract.params.shape, ...contract.query.shape }).length) codes.push('not-found')
  if (contract.write) codes.push('no-token', 'conflict')
  else codes.push('too-slow')
  if (hasBody(contract) || contract.files) codes.push('too-large', 'wrong-type')
  if (contract.path.startsWith('/curation') && contract.method === 'post')
    codes.push('not-found', 'refused', 'conflict')
  return codes
}

const REQUEST_ID = {
  description: 'Id of the request, to be found in the log of the server',
  schema: { type: 'string' },
} as const
const TAG = {
  description: 'Of the data version and of what was asked; give it back as If-None-Match',
  schema: { type: 'string' },
} as const

const replyOf = ({ lines, reply }: Endpoint): z.ZodType => (lines ? z.union([reply, FailedLine]) : reply)

const contentOf = (contract: Endpoint) =>
  Object.fromEntries(
    mediaTypesOf(contract).map((type) => [
      type,
      { schema: type.endsWith('json') ? replyOf(contract) : z.string().meta({ description: `The reply as ${type}` }) },
    ]),
  )

const success = (contract: Endpoint): ZodOpenApiResponsesObject => {
  const tagged = isOfJurisdiction(contract)
  const headers = { 'X-Request-Id': REQUEST_ID, ...(tagged ? { ETag: TAG } : {}) }
  const told = contract.lines ? 'One line of JSON after the other, as the work goes on' : contract.summary
  return {
    200: { description: told, headers, content: contentOf(contract) },
    ...(contract.method === 'get' ? { 304: { description: 'Nothing has changed since the answer of that ETag' } } : {}),
  }
}

const problems = (contract: Endpoint): ZodOpenApiResponsesObject =>
  Object.fromEntries(
    problemCodes(contract)
      .sort((a, b) => STATUS[a] - STATUS[b])
      .map((code) => [
        STATUS[code],
        {
          description: `${TITLE[code]} (\`${code}\`)`,
          headers: { 'X-Request-Id': REQUEST_ID },
          content: { 'application/problem+json': { schema: Problem } },
        },
      ]),
  )

const FILES = z.strictObject({ file: z.array(z.string().meta({ format: 'binary' })).min(1) })

const bodyOf = (contract: Endpoint): Pick<ZodOpenApiOperationObject, 'requestBody'> => {
  if (contract.files) return { requestBody: { required: true, content: { 'multipart/form-data': { schema: FILES } } } }
  if (!hasBody(contract)) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema: contract.body } } } }
}

const operation = (contract: Endpoint): ZodOpenApiOperationObject => ({
  operationId: contract.name,
  summary: contract.summary,
  tags: [contract.path.split('/')[1] ?? ''],
  requestParams: { path: contract.params, query: contract.query },
  ...bodyOf(contract),
  responses: { ...success(contract), ...problems(contract) },
  security: contract.write ? [{ token: [] }] : [],
})

/** Text with a NUL in it is refused whatever the contract says, behind its own schema (`serve.ts`). */
const NO_NUL = String.raw`^[^\u0000]*$`
const NO_NUL_NOR_EMPTY = String.raw`^[^\u0000]+$`

const noNul = (schema: Record<string, unknown>, io: 'input' | 'output'): void => {
  const isFree = schema['type'] === 'string' && !('enum' in schema || 'const' in schema || 'pattern' in schema)
  if (io !== 'input' || !isFree || 'format' in schema) return
  if (schema['minLength'] === 1) {
    // Said once: whoever makes texts of it need not throw away those that fit one of the two alone.
    delete schema['minLength']
    schema['pattern'] = NO_NUL_NOR_EMPTY
  } else schema['pattern'] = NO_NUL
}

const INTRODUCTION = `What Jiyao has read in minutes, as a graph. Every question is asked of one jurisdiction: a city, county or zone.

Reading is open. Writing asks for \`Authorization: Bearer TOKEN\`. Unknown parameters are refused. Lists that are cut off say so (\`total\`, \`shown\`).
Ids hold slashes: they are one segment of the path, encoded (\`%2F\`). Every error is a problem document (RFC 9457) with a \`code\`.`

/** The description of the API (OpenAPI 3.1), from the contracts alone. */
export const openApi = (contracts: readonly Endpoint[], version: string): oas31.OpenAPIObject => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const contract of contracts) {
    const path = contract.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [contract.method]: operation(contract) }
  }
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Jiyao · 纪要图谱',
        version,
        description: INTRODUCTION,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/api' }],
      paths,
      components: { schemas: SCHEMAS, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    // What is named is only ever replied, never sent: one form of it is enough.
    { outputIdSuffix: '', override: ({ jsonSchema, io }) => noNul(jsonSchema, io) },
  )
}
