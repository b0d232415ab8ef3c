using OfflineFiles.Sdk.Testing.Rules.Sample.First;

namespace OfflineFiles.Sdk.Testing.Rules.Sample.Third;

/// <summary>Uses the first folder in a signature of a nested type, and the front door in a body.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MarkedAttribute(Type type) : Attribute
{
    public Type Type => type;

    internal static class Nested
    {
        public static List<Giver<string>[]> Givers { get; } = [];

        public static object Door() => Front.Open();
    }
}
