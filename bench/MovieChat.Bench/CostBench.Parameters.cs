using System.Globalization;

namespace MovieChat.Bench;

internal static partial class CostBench
{
    /// <summary>What the simulation goes by, by name: prices, habits of writers, facts of the engine, limits. Each can be given another value
    /// with <c>--price name=value</c>.</summary>
    private sealed class Parameters
    {
        private readonly SortedDictionary<string, double> _given = [];

        /// <param name="arguments">Of the command line; <c>--price</c> may stand before each pair or once before several.</param>
        /// <exception cref="ArgumentException">A name is unknown or a value is no number.</exception>
        public Parameters(IEnumerable<string> arguments)
        {
            foreach (var argument in arguments.SkipWhile(argument => argument != "--price").Where(argument => argument.Contains('=', StringComparison.Ordinal)))
            {
                var (name, text) = (argument[..argument.IndexOf('=', StringComparison.Ordinal)], argument[(argument.IndexOf('=', StringComparison.Ordinal) + 1)..]);
                if (All.All(known => known.Name != name)) throw new ArgumentException($"'{name}' is no parameter: use one of {string.Join(", ", All.Select(known => known.Name))}.");
                _given[name] = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0
                    ? value
                    : throw new ArgumentException($"'{name}' is given as '{text}' and must be a number, 0 or more.");
            }
        }

        public double this[string name] => _given.TryGetValue(name, out var given) ? given : All.Single(known => known.Name == name).Default;

        /// <summary>The price of one, of a meter that is priced by the ten thousand.</summary>
        public double ByTenThousand(string name) => this[name] / 10_000;
    }

    /// <param name="Unit">What the value counts.</param>
    /// <param name="Source">Where the default is from.</param>
    private sealed record Parameter(string Name, double Default, string Unit, string Source);
}
