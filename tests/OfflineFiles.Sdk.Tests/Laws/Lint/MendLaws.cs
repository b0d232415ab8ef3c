using CsCheck;
using OfflineFiles.Sdk.Tests.Lint;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Laws.Lint;

/// <summary>What holds for mends: each text they lead to needs fewer of them, so that mending comes to an end.</summary>
[TestFixture]
public sealed class MendLaws
{
    private static readonly Gen<string> Class = Gen.OneOf(
        "Win32_OfflineFilesItem", "Win32_OfflineFilesShare", "Win32_OfflineFilesFolder", "Win32_OfflineFilesSyncInfo", "Win32_OfflineFilesItems",
        "Win32_OfflineFilesCache", "Win32_OfflineFilesPinInfo", "MyEvent", "Win32_Process", "OfflineFilesItem", "Win32_OfflineFilesMachineConfiguration");

    private static readonly Gen<string> Name = Gen.OneOf(
        "ItemPath", "ItemName", "ItemType", "Pinned", "PinInfo.Pinned", "PinInfo.Dirty", "DirtyInCache", "Status", "Size", "Path", "Foo", "Foo.Bar",
        "ItmName", "IsFolder", "Encrypted", "PinInfo", "ItemName.Length", "Enabled", "Location", "FileSysInfo.LocalSize", "ParentItemPath");

    private static readonly Gen<string> Term = Gen.OneOf(
        Gen.Select(Name, Gen.OneOf("=", "<>", "<", "!="), Gen.OneOf("'x'", "1", "TRUE", "'TRUE'", "0.5", "NULL", "'*.x'", "'\\\\srv\\\\a'", @"'\\srv\a'"),
            (name, o, constant) => $"{name} {o} {constant}"),
        Gen.Select(Name, Gen.OneOf("'%x'", "'x'", "'*x'", "'[a=f]'", "'[ab'"), (name, pattern) => $"{name} LIKE {pattern}"),
        Name.Select(name => name + " IS NULL"),
        Name.Select(name => name + " NOT LIKE '%x'"));

    private static readonly Gen<string> Text = Gen.Select(
        Class, Gen.OneOf(Gen.Const("*"), Name), Term.Array[0, 3], Gen.OneOf(" AND ", " OR ", " AND NOT "), Gen.OneOf("", ";"),
        (name, list, terms, joint, end) => $"SELECT {list} FROM {name}{(terms.Length == 0 ? "" : " WHERE " + string.Join(joint, terms))}{end}");

    private static readonly Gen<string> Events = Gen.Select(
        Gen.OneOf("__InstanceModificationEvent", "__InstanceModifiedEvent", "__InstanceCreationEvnt", "MyEvent"), Class, Gen.OneOf(" WITHIN 300", ""), Name,
        (kind, name, within, property) =>
            $"SELECT * FROM {kind}{within} WHERE TargetInstance ISA '{name}' AND TargetInstance.{property} <> PreviousInstance.{property} GROUP WITHIN 300");

    [Test]
    public void A_mended_text_is_read_strictly_and_lacks_the_finding() =>
        Gen.OneOf(Text, Events).Sample(LintLaw.Check, iter: LawBudget.Of(2_000));

    [Test]
    public void Mending_comes_to_an_end_and_there_is_nothing_more_to_mend_then() => Gen.OneOf(Text, Events).Sample(
        text =>
        {
            var left = 40;
            while (WqlLinter.Lint(text).Select(finding => finding.MendedText).FirstOrDefault(mended => mended is not null) is { } mended)
            {
                if (mended == text || left-- == 0) return false;
                text = mended;
            }

            return true;
        },
        iter: LawBudget.Of(2_000));
}
