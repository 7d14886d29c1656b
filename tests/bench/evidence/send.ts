import { createReadStream } from 'node:fs'
import { request } from 'node:http'

// The client of an upload: `send.ts FILE URL`, the whole file in one part.
const [file = '', url = ''] = process.argv.slice(2)
const sending = request(
  url,
  {
    method: 'PATCH',
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  },
  (answer) => {
    answer.resume()
    process.exitCode = answer.statusCode === 204 ? 0 : 1
  },
)
createReadStream(file, { highWaterMark: 1024 * 1024 }).pipe(sending)
