namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>A call to the file system failed. <see cref="Exception.HResult"/> is the errno on Unix and the HRESULT on Windows.</summary>
internal sealed class DurableIoException : IOException
{
    public DurableIoException(string operation, string path, DurableIoFault fault, int nativeError, string nativeMessage, int hresult)
        : base($"{operation} of '{path}' failed: {nativeMessage} ({nativeError}).", hresult)
    {
        Operation = operation;
        Path = path;
        Fault = fault;
        NativeError = nativeError;
    }

    public string Operation { get; }

    public string Path { get; }

    public DurableIoFault Fault { get; }

    /// <summary>The errno on Unix, the Win32 error on Windows.</summary>
    public int NativeError { get; }
}
