import { STORAGE_LIMITS } from '../../limits';
import { CloudError } from '../../protocol/cloud-error';
import { countParam, isRecord, listParam, textParam, type Params } from '../../protocol/params';
import { checkedPath, fileIdOf, pathOfFileId } from './file-paths';
import type { Files } from './files';
import type { Links } from './links';

const UPLOAD_LINK_SECONDS = 900;

/** Answers the `storage.*` actions. Files are private: they are reached by signed links only. */
export class StorageService {
  constructor(
    private readonly files: Files,
    private readonly links: Links,
    private readonly env: string,
    private readonly baseUrl: () => string,
  ) {}

  readonly actions: Readonly<Record<string, (params: Params) => Promise<Params>>> = {
    'storage.getUploadMetadata': async (params) =>
      this.uploadMetadata(checkedPath(textParam(params, 'path'))),
    'storage.batchGetDownloadUrl': async (params) => ({
      data: { download_list: listParam(params, 'file_list').map((entry) => this.downloadUrl(entry)) },
    }),
    'storage.batchDeleteFile': async (params) => ({
      data: {
        delete_list: await this.each(listParam(params, 'fileid_list'), (path) => this.files.remove(path)),
      },
    }),
    'storage.batchCopyFile': async (params) => ({
      data: { copy_list: await Promise.all(listParam(params, 'file_list').map((entry) => this.copy(entry))) },
    }),
  };

  private uploadMetadata(path: string): Params {
    const fileId = fileIdOf(this.env, path);
    const authorization = this.links.sign('write', path, UPLOAD_LINK_SECONDS);
    // Sent as headers by the SDK, so these may hold no character outside ASCII; nor may the address it uploads to.
    const cosFileId = Buffer.from(path).toString('base64url');
    return { data: { url: encodeURI(this.url(path)), token: 'local', authorization, fileId, cosFileId } };
  }

  private downloadUrl(entry: unknown): Params {
    const request = isRecord(entry) ? entry : {};
    const fileID = textParam(request, 'fileid');
    const path = pathOfFileId(this.env, fileID);
    if (path === undefined || !this.files.find(path))
      return { fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' };
    const asked = countParam(request, 'max_age', STORAGE_LIMITS.defaultLinkSeconds);
    const signed = this.links.sign('read', path, Math.min(asked, STORAGE_LIMITS.maxLinkSeconds));
    return { fileID, code: 'SUCCESS', tempFileURL: `${this.url(path)}?${signed}` };
  }

  private async copy(entry: unknown): Promise<Params> {
    const request = isRecord(entry) ? entry : {};
    const from = checkedPath(textParam(request, 'src_path'));
    const to = checkedPath(textParam(request, 'dst_path'));
    const fileId = fileIdOf(this.env, to);
    if (request['overwrite'] === false && this.files.find(to))
      return { fileId, code: 'STORAGE_EXCEED_AUTHORITY' };
    if (!(await this.files.copy(from, to))) return { fileId, code: 'STORAGE_FILE_NONEXIST' };
    if (request['remove_original'] === true) await this.files.remove(from);
    return { fileId, code: 'SUCCESS' };
  }

  private async each(
    fileIds: readonly unknown[],
    work: (path: string) => Promise<boolean>,
  ): Promise<Params[]> {
    return Promise.all(
      fileIds.map(async (fileID) => {
        if (typeof fileID !== 'string') throw new CloudError('INVALID_PARAM', 'a file id must be a string');
        const path = pathOfFileId(this.env, fileID);
        const done = path !== undefined && (await work(path));
        return { fileID, code: done ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
      }),
    );
  }

  // Not percent-encoded: the SDK encodes the link once more before it downloads.
  private url(path: string): string {
    return `${this.baseUrl()}/storage/${path}`;
  }
}
