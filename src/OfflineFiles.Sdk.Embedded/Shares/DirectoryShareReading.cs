using System.Security.Cryptography;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

internal sealed class DirectoryShareReading : ShareReading
{
    private readonly ShareLocation _location;
    private readonly ShareWalker _walker;
    private readonly OpenFile _file;
    private readonly ShareFileStream _stream;

    private DirectoryShareReading(ShareLocation location, ShareWalker walker, OpenFile file, ShareEntry entry)
    {
        _location = location;
        _walker = walker;
        _file = file;
        Entry = entry;
        var hash = location.Traits.ReadingMovesTimes ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        _stream = new ShareFileStream(file, entry.Size, walker, hash);
    }

    public override Stream Stream => _stream;

    public override ShareEntry Entry { get; }

    /// <summary>Takes the location over, also when it fails.</summary>
    public static DirectoryShareReading Open(ShareLocation location, ShareWalker walker)
    {
        OpenFile? file = null;
        try
        {
            var status = location.Status ?? throw DurableIoException.NotFound("Open", location.Path.ToString());
            var entry = location.EntryOf(status);
            if (entry.Kind == ShareEntryKind.Unsupported)
                throw new PathOutsideShareException(location.Path.ToString(), walker.Display, $"it is no plain file ({entry.Unsupported})");
            file = location.Parent.OpenRead(location.Name);
            entry = location.EntryOf(file.Status());
            if (entry.Kind != ShareEntryKind.File)
                throw new ShareContentException(location.Path, "it is no file");
            return new DirectoryShareReading(location, walker, file, entry);
        }
        catch
        {
            file?.Dispose();
            location.Dispose();
            throw;
        }
    }

    public override Task VerifyUnchangedAsync(CancellationToken cancellationToken)
    {
        try
        {
            VerifyUnchanged();
            return Task.CompletedTask;
        }
        catch (Exception e) when (e is IOException or OfflineFilesException)
        {
            return Task.FromException(_walker.Explain(e));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync().ConfigureAwait(true);
        _file.Dispose();
        _location.Dispose();
    }

    private void VerifyUnchanged()
    {
        if (_stream.Position != Entry.Size)
            throw new ShareContentException(_location.Path, $"{_stream.Position} bytes were read of a file of {Entry.Size}");
        Verify(_location.TokenOf(_file.Status()), "it was changed while it was read");
        Verify(_location.TokenAt(_location.Name), "another file took its place while it was read");
    }

    private void Verify(ShareToken? now, string change)
    {
        var isSame = _location.Traits.SameStamps(now, Entry.Token)
            // Where reading moves the write time, and it moved, a second reading tells whether somebody wrote.
            || _location.Traits.SameVersion(now, Entry.Token)
            && _stream.Hash is { } hash
            && ShareBytes.Are(_location.Parent, _location.Name, hash.GetCurrentHash());
        if (!isSame) throw new ShareContentException(_location.Path, change);
    }

    /// <summary>The bytes of the file; an error that a lost share gives says that it is lost.</summary>
    private sealed class ShareFileStream(OpenFile file, long length, ShareWalker walker, IncrementalHash? hash) : ReadOnlyStream(length)
    {
        /// <summary>Of what was read so far; null where nobody needs it.</summary>
        public IncrementalHash? Hash => hash;

        public override int Read(Span<byte> buffer)
        {
            buffer = Within(buffer);
            if (buffer.IsEmpty) return 0;
            try
            {
                var count = file.Read(buffer, Position);
                hash?.AppendData(buffer[..count]);
                return Advance(count);
            }
            catch (DurableIoException e)
            {
                throw walker.Explain(e);
            }
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(Read(buffer.Span));
        }

        protected override void Dispose(bool disposing)
        {
            hash?.Dispose();
            base.Dispose(disposing);
        }
    }
}
