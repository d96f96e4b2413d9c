import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CaptchaJudge {
  url: string
  stop(): Promise<void>
}

/** Answers as reCAPTCHA's siteverify does, and believes whoever says "solved" to the secret "key". */
export const startCaptchaJudge = async (): Promise<CaptchaJudge> => {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += String(part)
    const form = new URLSearchParams(body)
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify({
        success: form.get('response') === 'solved' && form.get('secret') === 'key',
        hostname: 'example.org',
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/siteverify`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
