namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>Values by key, in the order the keys came; a key may be null.</summary>
internal sealed class KeyTable<TValue>(IEqualityComparer<object?> equality)
    where TValue : class
{
    private readonly Dictionary<object, TValue> _values = new(equality);
    private readonly List<TValue> _ordered = [];
    private TValue? _ofNull;

    public IReadOnlyList<TValue> Values => _ordered;

    public TValue? Find(object? key) => key is null ? _ofNull : _values.TryGetValue(key, out var value) ? value : null;

    public TValue Add(object? key, TValue value)
    {
        if (key is null) _ofNull = value;
        else _values.Add(key, value);
        _ordered.Add(value);
        return value;
    }
}
