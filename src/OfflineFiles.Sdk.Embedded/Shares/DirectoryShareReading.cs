using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

internal sealed class DirectoryShareReading : ShareReading
{
    private readonly ShareLocation _location;
    private readonly OpenFile _file;
    private readonly OpenFileStream _stream;

    private DirectoryShareReading(ShareLocation location, OpenFile file, ShareEntry entry)
    {
        _location = location;
        _file = file;
        Entry = entry;
        _stream = new OpenFileStream(file, entry.Size);
    }

    public override Stream Stream => _stream;

    public override ShareEntry Entry { get; }

    /// <summary>Takes the location over, also when it fails.</summary>
    public static DirectoryShareReading Open(ShareLocation location, string display)
    {
        OpenFile? file = null;
        try
        {
            var status = location.Status ?? throw DurableIoException.NotFound("Open", location.Path.ToString());
            var entry = location.EntryOf(status);
            if (entry.Kind == ShareEntryKind.Unsupported)
                throw new PathOutsideShareException(location.Path.ToString(), display, $"it is no plain file ({entry.Unsupported})");
            file = location.Parent.OpenRead(location.Name);
            entry = location.EntryOf(file.Status());
            if (entry.Kind != ShareEntryKind.File)
                throw new ShareContentException(location.Path, "it is no file");
            return new DirectoryShareReading(location, file, entry);
        }
        catch
        {
            file?.Dispose();
            location.Dispose();
            throw;
        }
    }

    public override Task VerifyUnchangedAsync(CancellationToken cancellationToken) => Task.Run(VerifyUnchanged, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync().ConfigureAwait(false);
        _file.Dispose();
        _location.Dispose();
    }

    private void VerifyUnchanged()
    {
        if (_stream.Position != Entry.Size)
            throw new ShareContentException(_location.Path, $"{_stream.Position} bytes were read of a file of {Entry.Size}");
        if (_location.TokenOf(_file.Status()) != Entry.Token)
            throw new ShareContentException(_location.Path, "it was changed while it was read");
        if (_location.TokenAt(_location.Name) != Entry.Token)
            throw new ShareContentException(_location.Path, "another file took its place while it was read");
    }
}
