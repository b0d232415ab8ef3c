using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OfflineFiles.Sdk.Cim.Calls;

/// <summary>
/// One progress message of the provider, <c>Reason:Result:ResultText:Path</c> (Microsoft Learn: Synchronize method of the
/// Win32_OfflineFilesCache class).
/// </summary>
/// <param name="Reason">What the message announces.</param>
/// <param name="Code">An HRESULT; the provider prints it as a signed number.</param>
/// <param name="Text">What the system says of the code; may be empty.</param>
/// <param name="Path">The item; null at the beginning and the end.</param>
internal sealed record ProgressText(ProgressReason Reason, int Code, string Text, UncPath? Path)
{
    private static readonly char[] FieldSeparator = [':'];
    private static readonly char[] LineBreak = ['\r', '\n'];

    /// <summary>Reads a message. False for a text that is not a progress message: a provider may send other texts the same way.</summary>
    public static bool TryParse(string? message, [NotNullWhen(true)] out ProgressText? progress)
    {
        progress = null;
        var fields = message?.Split(FieldSeparator, 3) ?? [];
        return fields.Length == 3
            && int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var reason)
            && reason is >= (int)ProgressReason.Begin and <= (int)ProgressReason.ItemResult
            && TryCode(fields[1], out var code)
            && TrySplit((ProgressReason)reason, code, fields[2], out progress);
    }

    // The text may hold anything, paths too, so the path is taken from the right: no name on Windows holds a colon, so it begins where "\\" follows
    // the last colon. The messages about the whole operation have an empty one.
    private static bool TrySplit(ProgressReason reason, int code, string rest, [NotNullWhen(true)] out ProgressText? progress)
    {
        progress = null;
        var separator = rest.LastIndexOf(':');
        if (reason is ProgressReason.Begin or ProgressReason.End)
            progress = new ProgressText(reason, code, separator < 0 ? rest : rest.Substring(0, separator), null);
        else if (separator >= 0 && UncPath.TryParse(rest.Substring(separator + 1).TrimEnd(LineBreak), out var path))
            progress = new ProgressText(reason, code, rest.Substring(0, separator), path);
        return progress is not null;
    }

    private static bool TryCode(string text, out int code)
    {
        var readable = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number is >= int.MinValue and <= uint.MaxValue;
        code = readable ? unchecked((int)number) : 0;
        return readable;
    }
}
