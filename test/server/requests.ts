/** Requests to a running API, with the token where it writes. */
import { expect } from 'vitest'
import { Problem } from '../../model/api/endpoint.ts'
import type { RunningApi } from './running-api.ts'

export const TOKEN = 'sixteen-or-more-signs'
export const access = { token: TOKEN, hosts: null }

export const sendTo = (
  { base }: RunningApi,
  path: string,
  body: unknown,
  token: string | null = TOKEN,
): Promise<Response> =>
  fetch(`${base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })

export const getFrom = ({ base }: RunningApi, path: string, query: Record<string, string>): Promise<Response> =>
  fetch(`${base}${path}?${new URLSearchParams(query).toString()}`)

/** The reply to what is answered at all. */
export const jsonOf = async (response: Response): Promise<unknown> => {
  expect(response.status, await response.clone().text()).toBe(200)
  return response.json()
}

export const problemOf = async (response: Response): Promise<Problem> => {
  const problem = Problem.parse(await response.json())
  expect(problem.status).toBe(response.status)
  return problem
}
