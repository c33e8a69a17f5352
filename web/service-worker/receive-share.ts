import { putIncomingFile, screenFor } from '../store/incoming-files.ts'

/** Takes what another app shared, keeps a file of it for the screen that takes it in, and opens that. Nothing is sent anywhere. */
export async function receiveShare(request: Request): Promise<Response> {
  const file = (await request.formData()).get('file')
  if (!(file instanceof File)) return Response.redirect('/import', 303)
  try {
    await putIncomingFile(file)
    return Response.redirect(screenFor(file.name), 303)
  } catch {
    // The device is full or storage is off: the wizard opens, says so, and the file is still where it was.
    return Response.redirect('/import?share=failed', 303)
  }
}
