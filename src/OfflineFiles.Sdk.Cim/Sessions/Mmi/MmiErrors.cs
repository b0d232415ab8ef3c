using System.Globalization;
using Microsoft.Management.Infrastructure;
using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>Reads what a native error holds before it is disposed. The status decides; the other fields are often empty.</summary>
internal static class MmiErrors
{
    private const string HResult = "HRESULT 0x";
    private const string SystemError = "Windows System Error ";

    /// <summary>Anything that came out of the native layer. Where it is missing or incomplete it throws errors of its own kinds.</summary>
    public static CimTransportException Translate(Exception error) => error switch
    {
        CimException native => Translate(native),
        // A copy that is refused says why itself.
        CimTransportException refused => refused,
        _ => new CimTransportException(
            CimStatus.Failed, $"Microsoft.Management.Infrastructure failed with {error.GetType().Name}: {error.Message}", error),
    };

    public static void Translated(Action start) => Translated(() =>
    {
        start();
        return true;
    });

    /// <summary>Starts something native.</summary>
    public static T Translated<T>(Func<T> start)
    {
        try
        {
            return start();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw Translate(error);
        }
    }

    /// <summary>Waits for something native. It cancels with a token of its own, and ends without the caller when the session goes.</summary>
    public static async ValueTask<T> TranslatedAsync<T>(ValueTask<T> task, CancellationToken caller)
    {
        try
        {
            return await task.ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            Release(error);
            throw caller.IsCancellationRequested
                ? new OperationCanceledException(error.Message, error, caller)
                : new CimTransportException(CimStatus.Failed, "The operation was ended from below.", error);
        }
        catch (Exception error)
        {
            throw Translate(error);
        }
    }

    /// <summary>Gives up the memory of an error that nobody reads any more; a cancellation holds the error that it came as.</summary>
    public static void Release(Exception? error) => ((error as IDisposable) ?? error?.InnerException as IDisposable)?.Dispose();

    private static CimTransportException Translate(CimException error)
    {
        using (error)
        {
            var status = (CimStatus)error.NativeErrorCode;
            var native = Code(error.MessageId) ?? Code(error.ErrorData);
            return new CimTransportException(status, error.Message, error)
            {
                NativeCode = native,
                IsUnreachable = native is { } code ? NativeCodeText.Of(code).IsUnreached : status == CimStatus.Failed && error.ErrorData is null,
            };
        }
    }

    /// <summary>The code in a message identifier: "HRESULT 0x80041002", "Windows System Error 87".</summary>
    internal static int? Code(string? messageId)
    {
        if (messageId is null) return null;
        var word = messageId.Split(' ').Last();
        if (messageId.StartsWith(HResult, StringComparison.OrdinalIgnoreCase))
        {
            return uint.TryParse(word.Replace("0x", ""), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                ? unchecked((int)code)
                : null;
        }

        return messageId.StartsWith(SystemError, StringComparison.OrdinalIgnoreCase)
            && ushort.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var system)
            ? FromSystemError(system)
            : null;
    }

    private static int? Code(CimInstance? data) => data?.CimInstanceProperties["error_Code"]?.Value is uint code
        ? Code(code, data.CimInstanceProperties["error_Type"]?.Value as string)
        : null;

    /// <summary>A code with its kind (mi.h: MI_RESULT_TYPE_*). "MI" is the status again, and as a system error would mean something else.</summary>
    internal static int? Code(uint code, string? type) => type?.ToUpperInvariant() switch
    {
        _ when code == 0 => null,
        "MI" => null,
        "HRESULT" => unchecked((int)code),
        _ when code > ushort.MaxValue => unchecked((int)code),
        _ => FromSystemError((ushort)code),
    };

    // HRESULT_FROM_WIN32.
    private static int FromSystemError(ushort code) => unchecked((int)(0x80070000 | code));
}
