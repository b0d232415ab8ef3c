namespace OfflineFiles.Sdk.WhatIf.Rules;

internal sealed class EncryptPreview(bool encrypt) : PreviewRules
{
    public override OfflineFilesOperation Operation => OfflineFilesOperation.Encrypt;

    public override IEnumerable<string> Unknown =>
    [
        "Files of other users follow when they log on next.",
        "A policy may forbid it, and a file that is open may stay as it is.",
    ];

    public override PreviewItem Judge(OfflineFilesItem item) =>
        Would((item.Encrypted ?? false) == encrypt ? PreviewVerdict.Unchanged : PreviewVerdict.WouldChange, item);
}
