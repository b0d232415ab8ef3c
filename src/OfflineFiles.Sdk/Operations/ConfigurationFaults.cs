using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Operations;

/// <summary>What is wrong with the settings of one object and those inside it, gathered for one message.</summary>
internal sealed class ConfigurationFaults
{
    private readonly string _owner;
    private readonly List<(string Option, string Fault)> _faults;

    public ConfigurationFaults(string owner)
        : this(owner, [])
    {
    }

    private ConfigurationFaults(string owner, List<(string Option, string Fault)> faults)
    {
        _owner = owner;
        _faults = faults;
    }

    /// <summary>The same faults, named as those of an object inside.</summary>
    public ConfigurationFaults Inside(string member) => new($"{_owner}.{member}", _faults);

    public void Add(string member, string fault) => _faults.Add(($"{_owner}.{member}", fault));

    /// <summary>A number is at most what the schema says.</summary>
    public void Number(CimClassSchema schema, string member, long? value)
    {
        if (schema.Find(member)!.Maximum is { } maximum && value > maximum) Add(member, $"is {value}. Write at most {maximum}.");
    }

    /// <summary>A text in a list says something and is not too long.</summary>
    public void Texts(string member, IReadOnlyList<string>? texts, int longest = int.MaxValue)
    {
        for (var i = 0; i < (texts?.Count ?? 0); i++)
        {
            if (string.IsNullOrWhiteSpace(texts![i])) Add(member, $"has nothing at index {i}. Leave that text out.");
            else if (texts[i].Length > longest) Add(member, $"has {texts[i].Length} characters at index {i}. Write at most {longest}.");
        }
    }

    public void Throw()
    {
        if (_faults.Count == 0) return;
        throw new InvalidOptionsException(
            string.Join(", ", _faults.Select(fault => fault.Option).Distinct()),
            string.Join(" ", _faults.Select(fault => $"{fault.Option} {fault.Fault}")));
    }
}
