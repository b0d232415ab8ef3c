using System.Diagnostics;
using System.Dynamic;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends.Rows;

namespace OfflineFiles.Sdk;

/// <summary>
/// A row of a raw query: an object of any class, with values that are read by name. Names compare ignoring case; a name with a dot reads
/// a property of an embedded object (<c>PinInfo.Pinned</c>). Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// <para>
/// A row of <c>SELECT ItemName FROM ...</c> holds the selected properties and the key. Reading another property throws and never returns
/// null. A null value is the NULL of the object itself.
/// </para>
/// <para>
/// Values have the types of CIM: Boolean, the integers, <see cref="string"/>, <see cref="DateTimeOffset"/> for a datetime, a
/// <see cref="WqlRow"/> for an embedded object, the text of an object path for a reference, arrays of these. An enum value is its number;
/// <see cref="Get{T}"/> converts it to the enum.
/// </para>
/// <para>
/// Every row has the system property <c>__CLASS</c>; rows of the Offline Files classes also have <c>__SUPERCLASS</c>, <c>__DYNASTY</c>,
/// <c>__GENUS</c>, <c>__PROPERTY_COUNT</c> and <c>__RELPATH</c> (Microsoft Learn: WMI System Properties).
/// </para>
/// <para>
/// In C#, a row can be used as <c>dynamic</c>: <c>row.PinInfo.Pinned</c> reads the same values. Members of this class, such as
/// <see cref="ClassName"/>, take precedence; <c>dynamic</c> is not available in code that is compiled ahead of time.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(WqlRowJsonConverter))]
public sealed partial class WqlRow : IDynamicMetaObjectProvider
{
    private readonly RowClass _class;
    private readonly object _source;
    private readonly RowSelection? _selection;
    private readonly string? _origin;

    /// <summary>
    /// Initializes a new instance of the <see cref="WqlRow"/> class from names and values, for a class that the library does not know.
    /// </summary>
    /// <param name="className">The class of the object.</param>
    /// <param name="values">The properties; if two have the same name, the later one counts.</param>
    /// <param name="instance">The typed object with the same values; null if the row has no typed object.</param>
    /// <param name="origin">The query the row came from, for messages; null if no query is known.</param>
    public WqlRow(string className, IEnumerable<KeyValuePair<string, object?>> values, object? instance = null, string? origin = null)
    {
        _class = new ValuesRowClass(Guard.NotNull(className), Guard.NotNull(values));
        _source = _class;
        _origin = origin;
        Instance = instance;
    }

    /// <param name="rowClass">What the row holds.</param>
    /// <param name="source">What the class reads the values off.</param>
    /// <param name="selection">What was selected; null for everything.</param>
    /// <param name="origin">The query the row came from; null if it came from none.</param>
    /// <param name="instance">The typed object; null if it is the source.</param>
    internal WqlRow(RowClass rowClass, object source, RowSelection? selection = null, string? origin = null, object? instance = null)
    {
        _class = rowClass;
        _source = source;
        _selection = selection;
        _origin = origin;
        Instance = instance ?? source;
    }

    /// <summary>The class of the object; for a class definition, the class that it defines.</summary>
    public string ClassName => _class.Name;

    /// <summary>
    /// The properties that the row holds: the selected ones, in their order, or all. System properties are included only if they were selected.
    /// </summary>
    public IReadOnlyList<string> Names => _selection?.Names ?? _class.Names;

    /// <summary>
    /// The typed object if the library has a type for the class: <see cref="OfflineFilesItem"/>, <see cref="OfflineFilesCacheState"/>,
    /// <see cref="AssociatedItem"/>, <see cref="PinInfo"/> and the other info types, or <see cref="Schema.CimClassSchema"/> for the definition
    /// of a class; otherwise null. It may hold more than was selected.
    /// </summary>
    public object? Instance { get; private set; }

    /// <summary>Gets the value of a property; null if it is NULL.</summary>
    /// <param name="name">The name, ignoring case; with a dot, the property of an embedded object, which is NULL if the object is NULL.</param>
    /// <exception cref="RowReadException">The row does not hold the property: it was not selected, or the class does not have it.</exception>
    public object? this[string name] => TryGetValue(name, out var value) ? value : throw RowErrors.NotHeld(name, _class, _selection, _origin);

    /// <summary>Reads the value of a property if the row holds it.</summary>
    /// <param name="name">The name, as for the indexer.</param>
    /// <param name="value">The value; null if it is NULL or the row does not hold the property.</param>
    /// <returns>True if the row holds the property.</returns>
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

    /// <summary>Returns the value of a property, converted to a type.</summary>
    /// <typeparam name="T">
    /// Boolean, any number, <see cref="string"/>, <see cref="DateTimeOffset"/>, <see cref="DateTime"/> (in UTC), <see cref="TimeSpan"/> (of an
    /// interval), an enum (of a number), <see cref="UncPath"/>, <see cref="Wql.WqlObjectPath"/>, <see cref="WqlRow"/>,
    /// the typed object of an embedded object, an array as it is, or a nullable value type if the value can be NULL.
    /// </typeparam>
    /// <param name="name">The name, as for the indexer.</param>
    /// <returns>The value; null if it is NULL.</returns>
    /// <exception cref="RowReadException">
    /// The row does not hold the property, the value is NULL and the type is not nullable, or the value cannot be converted to the type.
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

    /// <summary>Returns the typed object if it is of a type; see <see cref="Instance"/>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The object; null if the class of the row is carried by another type, or no type carries it.</returns>
    public T? As<T>()
        where T : class =>
        Instance as T;

    /// <summary>Returns the class and the values on one line.</summary>
    public override string ToString()
    {
        var values = Names.Select(name => $"{name} = {RowValue.Describe(this[name])}");
        return ReadableText.Of($"{ClassName} {{ {string.Join(", ", values)} }}".TrimStart(), 4 * ReadableText.Longest);
    }

    DynamicMetaObject IDynamicMetaObjectProvider.GetMetaObject(Expression parameter) => new MetaObject(parameter, this);

    /// <summary>This row, its item one of a cache; a copy when the item is already one of another.</summary>
    internal WqlRow Of(IItemQueries cache)
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
                if (part is not null && value is WqlRow embedded) value = new WqlRow(embedded._class, embedded._source, part, _origin, embedded.Instance);
                return true;
            }
        }

        return RowSystemProperties.TryRead(_class, _source, name, out value);
    }

    // Lets C# read a row that is held as dynamic: row.ItemName is row["ItemName"]. What the row has of its own goes first.
    private sealed class MetaObject(Expression expression, WqlRow row) : DynamicMetaObject(expression, BindingRestrictions.Empty, row)
    {
        private static readonly Expression<Func<WqlRow, string, object?>> Read = (row, name) => row[name];

        public override IEnumerable<string> GetDynamicMemberNames() => ((WqlRow)Value!).Names;

        public override DynamicMetaObject BindGetMember(GetMemberBinder binder)
        {
            var value = Expression.Invoke(Read, Expression.Convert(Expression, typeof(WqlRow)), Expression.Constant(binder.Name));
            return binder.FallbackGetMember(this, new DynamicMetaObject(value, BindingRestrictions.GetTypeRestriction(Expression, typeof(WqlRow))));
        }
    }
}
