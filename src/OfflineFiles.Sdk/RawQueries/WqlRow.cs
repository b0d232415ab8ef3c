using System.Diagnostics;
using System.Dynamic;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Model;
using OfflineFiles.Sdk.RawQueries;

namespace OfflineFiles.Sdk;

/// <summary>
/// One row of a raw query: an object of any class, its values read by name. Names compare ignoring case; a dotted name leads into an
/// embedded object (<c>PinInfo.Pinned</c>). Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// <para>
/// A row of <c>SELECT ItemName FROM ...</c> holds what was selected and the key. Reading anything else throws; it is never a silent null.
/// A null is the NULL of the object itself.
/// </para>
/// <para>
/// Values have the types of CIM: Boolean, the integers, <see cref="string"/>, <see cref="DateTimeOffset"/> for a datetime, a
/// <see cref="WqlRow"/> for an embedded object, the text of an object path for a reference, arrays of these. An enum is its number:
/// <see cref="Get{T}"/> makes the enum of it.
/// </para>
/// <para>
/// Of the system properties every row has <c>__CLASS</c>; rows of the Offline Files classes also have <c>__SUPERCLASS</c>, <c>__DYNASTY</c>,
/// <c>__GENUS</c>, <c>__PROPERTY_COUNT</c> and <c>__RELPATH</c> (Microsoft Learn: WMI System Properties).
/// </para>
/// <para>
/// In C# a row can be held as <c>dynamic</c>: <c>row.PinInfo.Pinned</c> reads the same values. Its own members, such as
/// <see cref="ClassName"/>, go first; where code is compiled ahead of time, <c>dynamic</c> is not to be had.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class WqlRow : IDynamicMetaObjectProvider
{
    private readonly RowClass _class;
    private readonly object _source;
    private readonly RowSelection? _selection;
    private readonly string? _origin;

    /// <summary>Makes a row of names and values, as a backend does for classes that the library does not know.</summary>
    /// <param name="className">The class of the object.</param>
    /// <param name="values">The properties; of two with one name the later counts.</param>
    /// <param name="instance">The typed object that carries the same; null when there is none.</param>
    /// <param name="origin">The query the row came from, for messages; null when it came from none.</param>
    public WqlRow(string className, IEnumerable<KeyValuePair<string, object?>> values, object? instance = null, string? origin = null)
    {
        _class = new ValuesRowClass(Guard.NotNull(className), Guard.NotNull(values));
        _source = _class;
        _origin = origin;
        Instance = instance;
    }

    internal WqlRow(RowClass rowClass, object model, RowSelection? selection = null, string? origin = null)
    {
        _class = rowClass;
        _source = model;
        _selection = selection;
        _origin = origin;
        Instance = model;
    }

    /// <summary>The class of the object; of a class definition, the class it defines.</summary>
    public string ClassName => _class.Name;

    /// <summary>
    /// The properties that the row holds: those selected, in their order, or all of them. System properties only when they were listed.
    /// </summary>
    public IReadOnlyList<string> Names => _selection?.Names ?? _class.Names;

    /// <summary>
    /// The typed object, when the library has a type for the class: <see cref="OfflineFilesItem"/>, <see cref="OfflineFilesCacheState"/>,
    /// <see cref="AssociatedItem"/>, <see cref="PinInfo"/> and its like, or <see cref="Schema.CimClassSchema"/> for the definition of a
    /// class; else null. It may hold more than was selected.
    /// </summary>
    public object? Instance { get; private set; }

    /// <summary>The value of a property; null is NULL.</summary>
    /// <param name="name">The name, in any case; with a dot of an embedded object's property, which is NULL when the object is.</param>
    /// <exception cref="RowReadException">The row does not hold it: the query did not select it, or the class has no such property.</exception>
    public object? this[string name] => TryGetValue(name, out var value) ? value : throw RowErrors.NotHeld(name, _class, _selection, _origin);

    /// <summary>Reads the value of a property if the row holds it.</summary>
    /// <param name="name">The name, as for the indexer.</param>
    /// <param name="value">The value; null for NULL, and when the row does not hold it.</param>
    /// <returns>Whether the row holds the property.</returns>
    public bool TryGetValue(string name, out object? value)
    {
        var dot = Guard.NotNull(name).IndexOf('.');
        if (dot < 0) return TryRead(name, out value, out _);
        var holder = name.Substring(0, dot);
        var inner = name.Substring(dot + 1);
        if (TryRead(holder, out var embedded, out var part))
        {
            if (embedded is WqlRow row) return row.TryGetValue(inner, out value);
            value = null;
            return embedded is null && RowErrors.CanHold(_class, holder, inner) && part?.TryFind(inner, out _) != false;
        }

        value = null;
        return false;
    }

    /// <summary>The value of a property as a type.</summary>
    /// <typeparam name="T">
    /// Boolean, any number, <see cref="string"/>, <see cref="DateTimeOffset"/>, <see cref="DateTime"/> (in UTC), an enum (of a number),
    /// <see cref="UncPath"/>, <see cref="Wql.WqlObjectPath"/>, <see cref="WqlRow"/>, the typed object of an embedded one, an array as it
    /// is, or one of the value types with a question mark where the value can be NULL.
    /// </typeparam>
    /// <param name="name">The name, as for the indexer.</param>
    /// <returns>The value; null for NULL.</returns>
    /// <exception cref="RowReadException">
    /// The row does not hold it; it is NULL and the type has no null; it is not of the type and has no value in it.
    /// </exception>
    public T? Get<T>(string name)
    {
        var value = this[name];
        if (value is null)
        {
            return default(T) is null
                ? default
                : throw new RowReadException(ClassName, name, $"It is NULL, which {typeof(T).Name} cannot be. Ask for {typeof(T).Name}?.", _origin);
        }

        return RowValue.TryConvert<T>(value, out var result)
            ? result
            : throw new RowReadException(ClassName, name, $"It is {RowValue.Describe(value)}, which is no {RowValue.NameOf(typeof(T))}.", _origin);
    }

    /// <summary>The typed object, if it is of the type; see <see cref="Instance"/>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The object; null when the class of the row is carried by another type or by none.</returns>
    public T? As<T>()
        where T : class =>
        Instance as T;

    /// <summary>Class and values in one line.</summary>
    public override string ToString()
    {
        var values = Names.Select(name => $"{name} = {RowValue.Describe(this[name])}");
        return $"{ClassName} {{ {string.Join(", ", values)} }}";
    }

    DynamicMetaObject IDynamicMetaObjectProvider.GetMetaObject(Expression parameter) => new RowMetaObject(parameter, this);

    /// <summary>This row, its item one of a cache; a copy when the item is already one of another.</summary>
    internal WqlRow Of(OfflineFilesCache cache)
    {
        if (Instance is not OfflineFilesItem item || item.Of(cache) is var own && ReferenceEquals(own, item)) return this;
        var copy = (WqlRow)MemberwiseClone();
        copy.Instance = own;
        return copy;
    }

    private bool TryRead(string name, out object? value, out RowSelection? part)
    {
        part = null;
        if (_selection is null || _selection.TryFind(name, out part))
        {
            if (_class.TryRead(_source, name, out value))
            {
                if (part is not null && value is WqlRow embedded) value = new WqlRow(embedded._class, embedded._source, part, _origin);
                return true;
            }
        }

        return RowSystemProperties.TryRead(_class, _source, name, out value);
    }
}
