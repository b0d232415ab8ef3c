namespace OfflineFiles.Sdk.Wql.Tests.Evaluation;

[TestFixture]
public sealed class WqlClassHierarchyTests
{
    [TestCase(WqlEventClasses.InstanceCreation, "__InstanceOperationEvent", true)]
    [TestCase(WqlEventClasses.InstanceDeletion, "__event", true)]
    [TestCase(WqlEventClasses.InstanceModification, "__SystemClass", true)]
    [TestCase(WqlEventClasses.InstanceOperation, WqlEventClasses.InstanceCreation, false)]
    [TestCase("__Unheard", "__Event", false)]
    public void A_class_of_events_is_derived_from_another(string className, string asked, bool expected) =>
        Assert.That(WqlEventClasses.Hierarchy.IsA(className, asked), Is.EqualTo(expected));

    [Test]
    public void A_class_derived_from_itself_is_refused()
    {
        var classes = new Dictionary<string, string> { ["A"] = "B", ["B"] = "C", ["C"] = "a" };

        Assert.That(() => new WqlClassHierarchy(classes), Throws.ArgumentException.With.Message.Contains("cannot be derived from itself"));
    }
}
