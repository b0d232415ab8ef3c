using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql.Tests.Evaluation;

/// <summary>The rows of wql-evaluation.cases, and their shape.</summary>
internal sealed class EvaluationRows : IWqlRowShape<Dictionary<string, object?>>
{
    private static readonly WqlClassHierarchy Classes = new(new Dictionary<string, string> { ["Sheet"] = "Document", ["Document"] = "Thing" });

    private readonly Dictionary<string, WqlMember<Dictionary<string, object?>>> _members = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Name"] = WqlMember.String<Dictionary<string, object?>>(row => (string?)row["Name"]),
        ["Size"] = WqlMember.Integer<Dictionary<string, object?>>(row => (long?)row["Size"]),
        ["Ratio"] = WqlMember.Real<Dictionary<string, object?>>(row => (double?)row["Ratio"]),
        ["Encrypted"] = WqlMember.Boolean<Dictionary<string, object?>>(row => (bool?)row["Encrypted"]),
        ["Written"] = WqlMember.DateTime<Dictionary<string, object?>>(row => (DateTimeOffset?)row["Written"]),
        ["Pin"] = WqlMember.Object<Dictionary<string, object?>>("PinInfo", row => row["Pin"] is null, "Info"),
        ["Pin.Pinned"] = WqlMember.Boolean<Dictionary<string, object?>>(row => ((PinValue?)row["Pin"])?.Pinned),
        ["Body"] = WqlMember.Object<Dictionary<string, object?>>(BodyClass, Classes),
        ["Pin.Note"] = WqlMember.String<Dictionary<string, object?>>(row => ((PinValue?)row["Pin"])?.Note),
    };

    public static IReadOnlyList<Dictionary<string, object?>> All { get; } =
    [
        Row("report", "Report.xlsx", 100, 0.5, true, new(2024, 1, 31, 9, 30, 0, TimeSpan.FromHours(1)), new PinValue(true, "by user"), "Sheet"),
        Row("empty", "", 0, 0, false, new(2024, 1, 31, 8, 30, 0, TimeSpan.Zero), new PinValue(false, null), "document"),
        Row("last", "straße", long.MaxValue, -1.5, false, new(2030, 12, 31, 23, 59, 0, TimeSpan.Zero), null, "Stranger"),
        Row("nothing", null, null, null, null, null, null, null),
    ];

    public IEnumerable<string> MemberNames => _members.Keys;

    public bool TryGetMember(WqlProperty name, [NotNullWhen(true)] out WqlMember<Dictionary<string, object?>>? member) =>
        _members.TryGetValue(name.Text, out member)
        || (!name.IsDotted && WqlSystemProperties.TryGetMember(name.Text, _ => "Row", null, out member))
        || (name.Names is ["Body", var inner] && WqlSystemProperties.TryGetMember(inner, BodyClass, Classes, out member));

    private static string? BodyClass(Dictionary<string, object?> row) => (string?)row["Body"];

    private static Dictionary<string, object?> Row(
        string key, string? name, long? size, double? ratio, bool? encrypted, DateTimeOffset? written, PinValue? pin, string? body) => new()
        {
            ["Key"] = key,
            ["Name"] = name,
            ["Size"] = size,
            ["Ratio"] = ratio,
            ["Encrypted"] = encrypted,
            ["Written"] = written,
            ["Pin"] = pin,
            ["Body"] = body,
        };

    private sealed record PinValue(bool? Pinned, string? Note);
}
