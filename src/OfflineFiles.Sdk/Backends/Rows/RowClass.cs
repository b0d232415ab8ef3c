namespace OfflineFiles.Sdk.Backends.Rows;

/// <summary>What the rows of one class hold, and how a value is read off the object behind a row.</summary>
internal abstract class RowClass
{
    public abstract string Name { get; }

    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>The class in the table of the library; null if it is no class of Offline Files.</summary>
    public abstract CimClassSchema? Schema { get; }

    /// <summary>Whether the rows are definitions of the class and not instances.</summary>
    public virtual bool IsDefinition => false;

    /// <summary>Reads a property, its name in any case; false when the rows have none of that name.</summary>
    public abstract bool TryRead(object source, string name, out object? value);
}

/// <summary>A class of the table, its rows read off the model.</summary>
internal sealed class ModelRowClass<TModel>(CimClassSchema schema, Func<TModel, string, object?> read) : RowClass
    where TModel : class
{
    public override string Name => schema.Name;

    public override IReadOnlyList<string> Names { get; } = Array.AsReadOnly(schema.Properties.Select(property => property.Name).ToArray());

    public override CimClassSchema? Schema => schema;

    public override bool TryRead(object source, string name, out object? value)
    {
        var property = schema.Find(name);
        value = property is null ? null : read((TModel)source, property.Name);
        return property is not null;
    }
}

/// <summary>
/// An item, or with a holder an object in it. The source of the row is the item in either case, and the table of properties reads it.
/// </summary>
internal sealed class ItemRowClass : RowClass
{
    private readonly CimClassSchema _schema;
    private readonly Dictionary<string, ItemProperty> _properties;
    private readonly Dictionary<string, ItemRowClass> _objects;

    public ItemRowClass(ItemProperty? holder, CimClassSchema schema)
    {
        _schema = schema;
        _properties = ItemProperties.Instance.All
            .Where(property => property.Holder == holder)
            .ToDictionary(property => property.Schema.Name, StringComparer.OrdinalIgnoreCase);
        _objects = _properties.Values
            .Where(property => property.Schema.Type == CimTypeCode.Object)
            .ToDictionary(
                property => property.Schema.Name,
                property => new ItemRowClass(property, OfflineFilesSchema.Find(property.Schema.ClassName!)!));
        Names = Array.AsReadOnly(schema.Properties.Select(property => property.Name).ToArray());
    }

    public override string Name => _schema.Name;

    public override IReadOnlyList<string> Names { get; }

    public override CimClassSchema? Schema => _schema;

    public override bool TryRead(object source, string name, out object? value)
    {
        value = null;
        if (!_properties.TryGetValue(name, out var property)) return false;
        value = property.Read((OfflineFilesItem)source);
        if (value is not null && _objects.TryGetValue(property.Schema.Name, out var embedded)) value = new WqlRow(embedded, source, instance: value);
        return true;
    }
}

/// <summary>The definition of a class: its properties, all of them NULL.</summary>
internal sealed class DefinitionRowClass(CimClassSchema schema) : RowClass
{
    public override string Name => schema.Name;

    public override IReadOnlyList<string> Names { get; } = Array.AsReadOnly(schema.Properties.Select(property => property.Name).ToArray());

    public override CimClassSchema? Schema => schema;

    public override bool IsDefinition => true;

    public override bool TryRead(object source, string name, out object? value)
    {
        value = null;
        return schema.Find(name) is not null;
    }
}

/// <summary>Any class, its row made of names and values.</summary>
internal sealed class ValuesRowClass : RowClass
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);

    public ValuesRowClass(string name, IEnumerable<KeyValuePair<string, object?>> values)
    {
        Name = name;
        Schema = OfflineFilesSchema.Find(name);
        var names = new List<string>();
        foreach (var value in values)
        {
            if (!_values.ContainsKey(value.Key)) names.Add(value.Key);
            _values[value.Key] = value.Value;
        }

        Names = names.AsReadOnly();
    }

    public override string Name { get; }

    public override IReadOnlyList<string> Names { get; }

    public override CimClassSchema? Schema { get; }

    public override bool TryRead(object source, string name, out object? value) => _values.TryGetValue(name, out value);
}
