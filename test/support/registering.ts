/** What a stage of registering is answered with (client-server API, "User-Interactive Authentication API"). */
export type Stages = Record<string, () => Promise<object>>

interface Registered {
  status: number
  errcode?: string
  userId?: string
  /** The stages that the server asked for, in its order. */
  asked: string[]
}

interface Answer {
  session?: string
  flows?: { stages: string[] }[]
  completed?: string[]
  errcode?: string
  user_id?: string
}

/** Registers as a client does: one stage after the other, by the first flow that `stages` knows all of. */
export async function registerAsClient(
  url: string,
  account: { username: string; password: string },
  stages: Stages,
): Promise<Registered> {
  const first = await post(`${url}/_matrix/client/v3/register`, account)
  const asked = (first.body.flows ?? []).find((flow) => flow.stages.every((stage) => stage in stages))?.stages ?? []
  let last = first
  for (const type of asked) {
    if (last.status !== 401) break
    const auth = { type, session: first.body.session, ...(await stages[type]?.()) }
    last = await post(`${url}/_matrix/client/v3/register`, { ...account, auth })
  }
  const { errcode, user_id: userId } = last.body
  return {
    status: last.status,
    asked: asked.length > 0 ? asked : (first.body.flows ?? []).flatMap((flow) => flow.stages),
    ...(errcode ? { errcode } : {}),
    ...(userId ? { userId } : {}),
  }
}

export async function post(
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Answer }> {
  const response = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
  return { status: response.status, body: (await response.json()) as Answer }
}
