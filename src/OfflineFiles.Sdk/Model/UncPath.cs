using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OfflineFiles.Sdk;

/// <summary>
/// The identity of a cached item: its UNC path on the server, <c>\\server</c>, <c>\\server\share</c> or anything below.
/// Immutable. Two paths are equal if they differ only in case (ordinal, as Windows compares names); the spelling is kept.
/// </summary>
/// <remarks>
/// A trailing backslash is accepted and dropped. A component may hold any character except a separator and NUL, so that a name that
/// Windows refuses can still be given; <c>.</c>, <c>..</c> and device paths (<c>\\?\</c>, <c>\\.\</c>) are refused. A text that is
/// converted may also be written as people write paths: see <see cref="UncPathList"/>.
/// </remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
[TypeConverter(typeof(TextConverter))]
[JsonConverter(typeof(UncPathJsonConverter))]
public sealed partial class UncPath : IEquatable<UncPath>, IComparable<UncPath>, IWqlValue
{
    private static readonly char[] Separators = ['\\', '/'];
    private static readonly char[] Nul = ['\0'];

    private readonly string _text;

    private UncPath(string text, bool isPath = true) => (_text, IsPath) = (text, isPath);

    private string DebuggerText => ReadableText.Of(_text);

    /// <summary>True for a path; false in the outcome of a text that could not be read as one, where this holds that text.</summary>
    internal bool IsPath { get; }

    /// <summary>The name of the server: the first component.</summary>
    public string Server => Component(0) ?? "";

    /// <summary>The name of the share; null if this is a server path.</summary>
    public string? Share => Component(1);

    /// <summary>The last component: the name of the server, share, directory or file.</summary>
    public string Name => IsPath ? _text.Substring(_text.LastIndexOf('\\') + 1) : _text;

    /// <summary>The number of components: 1 for a server, 2 for a share, 3 or more below a share.</summary>
    public int Depth
    {
        get
        {
            if (!IsPath) return 0;
            var depth = 1;
            for (var i = 2; i < _text.Length; i++)
                if (_text[i] == '\\') depth++;
            return depth;
        }
    }

    /// <summary>The path one level up; null if this is a server path.</summary>
    public UncPath? Parent
    {
        get
        {
            var cut = _text.LastIndexOf('\\');
            return cut < 2 || !IsPath ? null : new UncPath(_text.Substring(0, cut));
        }
    }

    /// <summary>The path of the share that contains this path (itself for a share path); null if this is a server path.</summary>
    public UncPath? ShareRoot
    {
        get
        {
            var end = EndOfComponent(1);
            return end < 0 ? null : end == _text.Length ? this : new UncPath(_text.Substring(0, end));
        }
    }

    /// <summary>
    /// The components below the share root joined with a backslash; empty for the share root itself, null if this is a server path.
    /// </summary>
    public string? RelativeToShare
    {
        get
        {
            var end = EndOfComponent(1);
            return end < 0 ? null : end == _text.Length ? "" : _text.Substring(end + 1);
        }
    }

    /// <summary>Parses a UNC path.</summary>
    /// <param name="text">The text, for example <c>\\server\share\reports\q1.xlsx</c>.</param>
    /// <exception cref="InvalidUncPathException">The text is not a valid UNC path; the exception says why.</exception>
    public static UncPath Parse(string text) =>
        FindFault(text) is { } fault ? throw new InvalidUncPathException(text, fault) : new UncPath(Trim(text));

    /// <summary>Parses a UNC path without throwing.</summary>
    /// <param name="text">The text; null is not a valid path.</param>
    /// <param name="path">The path; null if the text is not a valid UNC path.</param>
    /// <returns>True if the text is a valid UNC path.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UncPath? path) => TryParse(text, out path, out _);

    /// <summary>Parses a UNC path without throwing, and says why a text is not a path.</summary>
    internal static bool TryParse(string? text, [NotNullWhen(true)] out UncPath? path, [NotNullWhen(false)] out string? fault)
    {
        fault = FindFault(text);
        path = fault is null ? new UncPath(Trim(text!)) : null;
        return path is not null;
    }

    /// <summary>What stands in an outcome for a text that is no path. Equal texts are equal; no operation takes it.</summary>
    internal static UncPath OfBadText(string text) => new(text, isPath: false);

    /// <summary>Returns the path of a child.</summary>
    /// <param name="name">The name, one component: not empty, not <c>.</c> or <c>..</c>, without separators or NUL.</param>
    /// <exception cref="InvalidUncPathException">The name is not a valid component.</exception>
    public UncPath Append(string name) =>
        FindComponentFault(name) is { } fault
            ? throw new InvalidUncPathException(_text + "\\" + name, fault)
            : new UncPath(_text + "\\" + name);

    /// <summary>Returns true if this path lies strictly below another path, at any depth, ignoring case.</summary>
    /// <param name="ancestor">The other path.</param>
    public bool IsUnder(UncPath ancestor)
    {
        Guard.NotNull(ancestor);
        return IsPath && _text.Length > ancestor._text.Length
            && _text[ancestor._text.Length] == '\\'
            && WqlText.StartsWith(_text, ancestor._text);
    }

    /// <summary>Returns true if this path equals another path or lies below it, ignoring case.</summary>
    /// <param name="ancestor">The other path.</param>
    public bool IsAtOrUnder(UncPath ancestor) => Equals(ancestor) || IsUnder(ancestor);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] UncPath? other) =>
        other is not null && WqlText.AreEqual(_text, other._text);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as UncPath);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlText.GetHashCode(_text);

    /// <summary>Compares two paths by their text, ordinally, ignoring case; null comes first.</summary>
    /// <param name="other">The path to compare with.</param>
    public int CompareTo(UncPath? other) =>
        other is null ? 1 : WqlText.Compare(_text, other._text);

    /// <summary>
    /// Returns the path as text, without a trailing backslash, in its original spelling. A name can hold any character: to show a path to
    /// people, use <see cref="ReadableText"/>.
    /// </summary>
    public override string ToString() => _text;

    WqlConstant IWqlValue.ToConstant() => WqlConstant.String(_text);

    /// <summary>Converts a text to a path, so that a method that takes a path also accepts its text. Null gives null.</summary>
    /// <param name="text">
    /// The text: a UNC path exactly, as <see cref="Parse"/> takes it, or as people write it, for example <c>//server/share</c> or
    /// <c>\\?\UNC\server\share</c> (see <see cref="UncPathList"/>). A line break at the end is no part of it.
    /// </param>
    /// <exception cref="InvalidUncPathException">The text is not a valid UNC path; the exception says why.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator UncPath?(string? text) => text is null ? null : PathText.Parse(text);

    /// <summary>Converts a path to a constant of a query, so that it can be used in an interpolated query.</summary>
    /// <param name="path">The path; null gives null, which is NULL.</param>
    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator WqlConstant?(UncPath? path) => path is null ? null : WqlConstant.String(path.ToString());

    /// <summary>Returns true if two paths are equal, ignoring case.</summary>
    /// <param name="left">A path or null.</param>
    /// <param name="right">A path or null.</param>
    public static bool operator ==(UncPath? left, UncPath? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if two paths are not equal, ignoring case.</summary>
    /// <param name="left">A path or null.</param>
    /// <param name="right">A path or null.</param>
    public static bool operator !=(UncPath? left, UncPath? right) => !(left == right);

    /// <summary>Returns true if the left path comes before the right path.</summary>
    /// <param name="left">A path or null.</param>
    /// <param name="right">A path or null.</param>
    public static bool operator <(UncPath? left, UncPath? right) => Compare(left, right) < 0;

    /// <summary>Returns true if the left path comes after the right path.</summary>
    /// <param name="left">A path or null.</param>
    /// <param name="right">A path or null.</param>
    public static bool operator >(UncPath? left, UncPath? right) => Compare(left, right) > 0;

    /// <summary>Returns true if the left path comes before the right path or equals it.</summary>
    /// <param name="left">A path or null.</param>
    /// <param name="right">A path or null.</param>
    public static bool operator <=(UncPath? left, UncPath? right) => Compare(left, right) <= 0;

    /// <summary>Returns true if the left path comes after the right path or equals it.</summary>
    /// <param name="left">A path or null.</param>
    /// <param name="right">A path or null.</param>
    public static bool operator >=(UncPath? left, UncPath? right) => Compare(left, right) >= 0;

    private static int Compare(UncPath? left, UncPath? right) => left is null ? (right is null ? 0 : -1) : left.CompareTo(right);

    private static string Trim(string text) => text[text.Length - 1] == '\\' ? text.Substring(0, text.Length - 1) : text;

    private static string? FindFault(string? text)
    {
        if (text is null) return "it is null";
        if (text.Length == 0) return "it is empty";
        if (!text.StartsWith("\\\\", StringComparison.Ordinal)) return "it does not begin with two backslashes";
        if (text.Length == 2) return "it names no server";
        if (text.StartsWith("\\\\?\\", StringComparison.Ordinal) || text.StartsWith("\\\\.\\", StringComparison.Ordinal))
            return "it is a device path";
        foreach (var component in Trim(text).Substring(2).Split('\\'))
            if (FindComponentFault(component) is { } fault) return fault;
        return null;
    }

    private static string? FindComponentFault(string? component) => component switch
    {
        null or "" => "it has an empty component",
        "." or ".." => $"the component '{component}' is relative",
        _ when component.IndexOfAny(Separators) >= 0 => "a component holds a separator ('\\' or '/')",
        _ when component.IndexOfAny(Nul) >= 0 => "it holds a NUL character",
        _ => null,
    };

    /// <summary>The index just past the component of that number, or -1 if there are fewer components.</summary>
    private int EndOfComponent(int index)
    {
        if (!IsPath) return -1;
        var start = 2;
        for (var i = 0; ; i++)
        {
            var end = _text.IndexOf('\\', start);
            if (i == index) return end < 0 ? _text.Length : end;
            if (end < 0) return -1;
            start = end + 1;
        }
    }

    private string? Component(int index)
    {
        var end = EndOfComponent(index);
        if (end < 0) return null;
        var start = _text.LastIndexOf('\\', end - 1) + 1;
        return _text.Substring(start, end - start);
    }

    // For a binder of configuration, a serializer, a designer: a path is its text.
    private sealed class TextConverter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value is string text ? (TryParse(text, out var path) ? path : (UncPath)text) : base.ConvertFrom(context, culture, value);

        public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
            destinationType == typeof(string) ? value is UncPath { IsPath: true } path ? path._text : null : base.ConvertTo(context, culture, value, destinationType);
    }
}
