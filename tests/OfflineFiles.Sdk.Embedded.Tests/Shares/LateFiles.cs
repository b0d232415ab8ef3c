using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>
/// The files that a driver has not sent yet. One that nobody has read since it was closed is just being sent, and arrives under the name that it had.
/// Reading one moves the write time that is told of it. What is renamed over one gets its bytes.
/// </summary>
/// <remarks>So does rclone with a cache of writes, the first only if it is told to write back at once.</remarks>
internal sealed class LateFiles
{
    private readonly Dictionary<string, int> _reads = new(StringComparer.Ordinal);
    private (string From, string To)? _astray;

    public void Create(string path) => _reads[path] = 0;

    public void Read(string path)
    {
        if (_reads.TryGetValue(path, out var reads)) _reads[path] = reads + 1;
    }

    public void Remove(string path) => _reads.Remove(path);

    public FileStatus Seen(in FileStatus status, string path)
    {
        if (!_reads.TryGetValue(path, out var reads)) return status;
        var time = status.Modified + reads * 1_000_000_000L;
        return status with { Modified = time, Changed = time };
    }

    /// <summary>Before it is done.</summary>
    public void Rename(string path, string target)
    {
        if (_reads.Remove(target) && File.Exists(target)) File.Copy(target, path, overwrite: true);
        if (!_reads.Remove(path, out var reads)) return;
        if (reads == 0 && new FileInfo(path).Length > 0) _astray = (path, target);
        else _reads[target] = reads;
    }

    /// <summary>What was renamed while it was sent is where it was sent to.</summary>
    public void Arrive()
    {
        if (_astray is not { } file) return;
        _astray = null;
        if (File.Exists(file.To)) File.Move(file.To, file.From);
    }
}
