using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using MovieChat.Core.Journey;
using MovieChat.Functions.Projects;

namespace MovieChat.Functions.Tests;

public sealed class OrderFunctionTests
{
    /// <summary>The orchestration starts activities by name: one without a function would leave its project waiting for ever.</summary>
    [Fact]
    public void Activity_OfEveryKindThatAModelDrafts_IsAFunction()
    {
        var functions = typeof(OrderFunctions).GetMethods().Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name).ToHashSet();
        var orders = DocumentTable.Film.Rules.Where(rule => !rule.ByWriterAlone).Select(rule => Order(rule.Kind, Verb.Write)).Append(Order("plot", Verb.Stuck)).ToArray();

        Assert.All(orders, order => Assert.Contains(OrderFunctions.ActivityFor(order), functions));
        Assert.Equal(orders.Length, orders.Select(OrderFunctions.ActivityFor).Distinct().Count());
    }

    [Fact]
    public void Activity_OfAKindWithoutOne_IsRefusedByName() =>
        Assert.Contains("'poster'", Assert.Throws<ArgumentException>(() => OrderFunctions.ActivityFor(Order("poster", Verb.Write))).Message, StringComparison.Ordinal);

    private static WorkOrder Order(string kind, Verb verb) => new()
    {
        Document = new(kind),
        Number = 1,
        Request = new() { Verb = verb },
    };
}
