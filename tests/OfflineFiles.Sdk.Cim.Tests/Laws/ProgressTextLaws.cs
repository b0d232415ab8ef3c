using CsCheck;
using OfflineFiles.Sdk.Cim.Calls;

namespace OfflineFiles.Sdk.Cim.Tests.Laws;

/// <summary>Whatever the system says of a code, a message that is printed as the provider prints it reads back.</summary>
public sealed class ProgressTextLaws
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["ab :\\\r\n.\"'ä文"], 0, 20],
        Gen.String,
        Gen.Const(@"in use by:\\other\x"),
        Gen.Const(@":\\"),
        Gen.Const("3:0:OK:"));

    private static readonly Gen<string> Name = Gen.String[Gen.Char["abcXYZ019 .%_[]'{}()-+,;=@ä文"], 1, 12].Where(name => name is not "." and not "..");

    private static readonly Gen<UncPath> Path = Name.Array[1, 6].Select(names => UncPath.Parse(@"\\" + string.Join("\\", names)));

    [Test]
    public void A_message_about_an_item_reads_back() => Gen.Select(Gen.Int[2, 3], Gen.Int, Text, Path).Sample(
        (reason, code, text, path) =>
            ProgressText.TryParse($"{reason}:{code}:{text}:{path}", out var progress)
            && progress == new ProgressText((ProgressReason)reason, code, text, path),
        iter: LawBudget.Of(5000));

    [Test]
    public void A_message_about_the_whole_operation_reads_back() => Gen.Select(Gen.Int[0, 1], Gen.Int, Text).Sample(
        (reason, code, text) =>
            ProgressText.TryParse($"{reason}:{code}:{text}:", out var progress)
            && progress == new ProgressText((ProgressReason)reason, code, text, null),
        iter: LawBudget.Of(5000));

    [Test]
    public void Any_text_is_read_or_left_alone() => Gen.OneOf(Gen.String, Text).Sample(
        text => ProgressText.TryParse(text, out var progress) == progress is not null,
        iter: LawBudget.Of(5000));
}
