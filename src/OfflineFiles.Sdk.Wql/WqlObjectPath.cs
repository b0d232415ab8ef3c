using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Wql.Parsing;
using OfflineFiles.Sdk.Wql.Printing;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// The path of a class or an instance: <c>Class</c>, <c>Class=@</c>, <c>Class="key"</c> or <c>Class.Key="value",Key2=2</c>, relative to the
/// namespace that is asked, or after a namespace of its own: <c>\\server\root\cimv2:Class</c> (Microsoft Learn: Describing a WMI Object
/// Path). Immutable; names compare ignoring case, values exactly.
/// </summary>
public sealed class WqlObjectPath : IEquatable<WqlObjectPath>
{
    internal WqlObjectPath(string className, WqlObjectPathKind kind, IEnumerable<WqlObjectPathKey> keys)
    {
        ClassName = WqlName.Check(className, nameof(className));
        Kind = kind;
        Keys = WqlNodes.Freeze(keys, nameof(keys));
    }

    /// <summary>The namespace before the class; null for the one that is asked.</summary>
    public WqlNamespace? Namespace { get; internal init; }

    /// <summary>The class, in the spelling it was given.</summary>
    public string ClassName { get; }

    /// <summary>What the path leads to.</summary>
    public WqlObjectPathKind Kind { get; }

    /// <summary>The key of the instance; empty for a class and for the one instance of a class.</summary>
    public IReadOnlyList<WqlObjectPathKey> Keys { get; }

    /// <summary>Returns true if both are equal in structure.</summary>
    /// <param name="left">A path or null.</param>
    /// <param name="right">A path or null.</param>
    public static bool operator ==(WqlObjectPath? left, WqlObjectPath? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if both differ in structure.</summary>
    /// <param name="left">A path or null.</param>
    /// <param name="right">A path or null.</param>
    public static bool operator !=(WqlObjectPath? left, WqlObjectPath? right) => !(left == right);

    /// <summary>The path of a class.</summary>
    /// <param name="className">The class.</param>
    /// <exception cref="ArgumentException">The text is not a valid class name.</exception>
    public static WqlObjectPath Class(string className) => new(className, WqlObjectPathKind.Class, []);

    /// <summary>The path of the one instance of a class.</summary>
    /// <param name="className">The class.</param>
    /// <exception cref="ArgumentException">The text is not a valid class name.</exception>
    public static WqlObjectPath Singleton(string className) => new(className, WqlObjectPathKind.Singleton, []);

    /// <summary>The path of an instance.</summary>
    /// <param name="className">The class.</param>
    /// <param name="keys">Its key properties, at least one; one without a name stands alone.</param>
    /// <exception cref="ArgumentException">
    /// The text is not a valid class name, there is no key, or a key without a name is one of several.
    /// </exception>
    public static WqlObjectPath Instance(string className, params WqlObjectPathKey[] keys)
    {
        if (Guard.NotNull(keys).Length == 0) throw new ArgumentException("An instance has at least one key.", nameof(keys));
        var path = new WqlObjectPath(className, WqlObjectPathKind.Instance, keys);
        return keys.Length == 1 || keys.All(key => key.Name is not null)
            ? path
            : throw new ArgumentException("A key without a name stands alone: name each of several keys.", nameof(keys));
    }

    /// <summary>The path of an instance that is known by one string.</summary>
    /// <param name="className">The class.</param>
    /// <param name="keyName">The name of its key property.</param>
    /// <param name="value">The value of the key.</param>
    /// <exception cref="ArgumentException">A name is not valid.</exception>
    public static WqlObjectPath Instance(string className, string keyName, string value) =>
        Instance(className, new WqlObjectPathKey(Guard.NotNull(keyName), WqlConstant.String(value)));

    /// <summary>The same path in another namespace.</summary>
    /// <param name="place">The namespace; null for the one that is asked.</param>
    public WqlObjectPath In(WqlNamespace? place) => new(ClassName, Kind, Keys) { Namespace = place };

    /// <summary>Parses a path.</summary>
    /// <param name="text">For example <c>Win32_OfflineFilesItem.ItemPath="\\\\server\\share"</c>.</param>
    /// <exception cref="WqlSyntaxException">The text is not valid WQL; the exception says where and why.</exception>
    public static WqlObjectPath Parse(string text) =>
        WqlParser.ParseObjectPath(Guard.NotNull(text), out var error) ?? throw new WqlSyntaxException(text, error!);

    /// <summary>Parses a path without throwing. Returns false if the text is not a valid path.</summary>
    /// <param name="text">The text; null is not valid, like an empty text.</param>
    /// <param name="path">The result; null if the text is not valid.</param>
    /// <param name="error">Where and why the text is not valid; null if it is valid.</param>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out WqlObjectPath? path, [NotNullWhen(false)] out WqlSyntaxError? error)
    {
        path = WqlParser.ParseObjectPath(text ?? "", out error);
        return path is not null;
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] WqlObjectPath? other) =>
        other is not null
        && Kind == other.Kind
        && WqlName.AreEqual(ClassName, other.ClassName)
        && Namespace == other.Namespace
        && WqlNodes.AreEqual(Keys, other.Keys);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WqlObjectPath);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(
        WqlNodes.Combine((int)Kind, WqlName.Hash(ClassName), WqlNodes.Hash(Keys)), Namespace?.GetHashCode() ?? 0);

    /// <summary>The path as text, strings in double quotes, backslashes and quotes escaped.</summary>
    public override string ToString() => WqlPrinter.Print(this);
}
